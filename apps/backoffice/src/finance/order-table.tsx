import type { PaymentOrderJson } from "@hall/contracts/backoffice/payments";
import { InstantText } from "@hall/ui/date-text";
import { Link } from "@hall/ui/link";
import { Money } from "@hall/ui/money";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import type { ReactNode } from "react";
import { useStaff } from "../app/require-staff.tsx";
import { orderName } from "./names.ts";
import { words } from "./words.ts";

type OrderTableProps = {
  readonly orders: readonly PaymentOrderJson[];
  readonly caption?: string;
  readonly isInBatch?: boolean;
  /** Before the other columns, such as a box to tick. */
  readonly first?: (order: PaymentOrderJson) => ReactNode;
  readonly firstTitle?: string;
  readonly rowActions?: (order: PaymentOrderJson) => ReactNode;
  readonly isPicked?: (order: PaymentOrderJson) => boolean;
};

/** Orders as rows; why one is stopped or came back stands under it. */
export function OrderTable(props: OrderTableProps) {
  const { orders, caption = words.payments.title, isInBatch = false, first, isPicked } = props;
  const { roles } = useStaff();
  const opensCases = roles.includes("auditor") || roles.includes("reviewer");
  const columns: Column<PaymentOrderJson>[] = [
    ...(first ? [{ key: "first", title: props.firstTitle ?? "", cell: first }] : []),
    {
      key: "id",
      title: words.payments.order,
      isRowHeader: true,
      cell: (order) => <OrderName order={order} opensCases={opensCases} />,
    },
    {
      key: "payee",
      title: words.payments.payee,
      cell: ({ maskedPayee, bank, maskedNumber, payee }) => (
        <>
          <span className="whitespace-nowrap">
            {maskedPayee} · {words.payees[payee]}
          </span>
          <span className="block text-note text-ink-soft">
            {bank} <span className="font-code whitespace-nowrap">{maskedNumber}</span>
          </span>
        </>
      ),
    },
    { key: "purpose", title: words.payments.purpose, cell: ({ purpose }) => purpose },
    {
      key: "amount",
      title: words.payments.amount,
      align: "end",
      cell: ({ amountFen }) => <Money fen={amountFen} />,
    },
    ...(isInBatch || orders.every(({ batchId }) => batchId === null) ? [] : [batchColumn]),
    {
      key: "time",
      title: words.payments.created,
      isNoWrap: true,
      cell: ({ createdAt, settledAt }) => <InstantText value={settledAt ?? createdAt} />,
    },
  ];
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isDense
      rows={orders}
      rowKey={({ id }) => id}
      rowName={({ id }) => orderName(id)}
      rowMark={(order) => (isPicked?.(order) ? "selected" : undefined)}
      columns={columns}
      {...(props.rowActions ? { rowActions: props.rowActions } : {})}
    />
  );
}

const batchColumn: Column<PaymentOrderJson> = {
  key: "batch",
  title: words.payments.batch,
  isNoWrap: true,
  cell: ({ batchId }) => (batchId ? <Link href={`/batches/${batchId}`}>{batchId}</Link> : null),
};

type OrderNameProps = { readonly order: PaymentOrderJson; readonly opensCases: boolean };

/** An order is called by its case, and leads there whoever may open it. */
function OrderName({ order, opensCases }: OrderNameProps) {
  const name = orderName(order.id);
  return (
    <span className="font-normal">
      <span className="text-note break-all">
        {opensCases ? <Link href={`/queue/${order.applicationNumber}`}>{name}</Link> : name}
      </span>
      {order.stopped ? (
        <span className="block text-note">
          <Badge tone="waiting">{words.payments.stopped}</Badge> {order.stopped}
        </span>
      ) : null}
      {order.returnReason ? (
        <span className="block text-note text-refusal">
          {words.payments.returned}：{order.returnReason}
        </span>
      ) : null}
    </span>
  );
}
