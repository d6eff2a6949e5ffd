import { usePages } from "@hall/client/use-pages";
import { listPayments, type PaymentOrderJson } from "@hall/contracts/backoffice/payments";
import { Money } from "@hall/ui/money";
import { Pager } from "@hall/ui/pager";
import { Tabs } from "@hall/ui/tabs";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { NoOrders } from "./no-orders.tsx";
import { OrderTable } from "./order-table.tsx";
import { ReturnedOrders } from "./returned-orders.tsx";
import { WaitingOrders } from "./waiting-orders.tsx";
import { paymentStates, words } from "./words.ts";

const states = ["waiting", "sent", "paid", "returned"] as const;
type State = (typeof states)[number];

/** Payment orders by state; those that wait become batches, those that came back are paid anew. */
export function PaymentsPage() {
  const [search, setSearch] = useSearchParams();
  const state = states.find((known) => known === search.get("state")) ?? "waiting";
  const pages = usePages();
  const payments = useAnswer(
    listPayments,
    { query: { state, limit: 100, ...(pages.cursor ? { cursor: pages.cursor } : {}) } },
    { refetchInterval: 30_000 },
  );
  const totals = payments.data?.totals;
  return (
    <>
      <StaffHeader title={words.payments.title} />
      <Tabs
        label={words.payments.tabs}
        selected={state}
        onSelect={(id) => {
          pages.first();
          setSearch(id === "waiting" ? {} : { state: id }, { replace: true });
        }}
        items={states.map((id) => {
          const total = totals?.find((one) => one.state === id);
          return {
            id,
            title: paymentStates[id],
            ...(total ? { count: total.orders } : {}),
            content: (
              <Awaited of={payments} skeleton={{ shape: "table", count: 6 }}>
                {({ items, nextCursor }) => (
                  <>
                    {total && total.orders > 0 ? (
                      <p className="mb-3 text-ink-soft">
                        {paymentStates[id]} <Money fen={total.amountFen} isStrong />
                      </p>
                    ) : null}
                    <Orders state={id} orders={items} />
                    <Pager
                      depth={pages.depth}
                      hasNext={nextCursor !== null}
                      onNext={() => pages.next(nextCursor)}
                      onPrevious={pages.previous}
                      onFirst={pages.first}
                    />
                  </>
                )}
              </Awaited>
            ),
          };
        })}
      />
    </>
  );
}

type OrdersProps = { readonly state: State; readonly orders: readonly PaymentOrderJson[] };

function Orders({ state, orders }: OrdersProps) {
  const isFinance = useStaff().roles.includes("finance");
  if (state === "waiting" && isFinance) return <WaitingOrders orders={orders} />;
  if (orders.length === 0) return <NoOrders state={state} />;
  if (state === "returned" && isFinance) return <ReturnedOrders orders={orders} />;
  return <OrderTable orders={orders} />;
}
