import { useAct } from "@hall/client/use-act";
import { staffMe } from "@hall/contracts/backoffice/insight";
import {
  type LeftOut,
  listPaymentBatches,
  listPayments,
  makePaymentBatch,
  type PaymentBatchJson,
  type PaymentOrderJson,
} from "@hall/contracts/backoffice/payments";
import { Button } from "@hall/ui/button";
import { Tick } from "@hall/ui/checkbox-field";
import { Stack } from "@hall/ui/layout";
import { LinkButton } from "@hall/ui/link";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { Key } from "../keyboard/key.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { orderName } from "./names.ts";
import { NoOrders } from "./no-orders.tsx";
import { OrderTable } from "./order-table.tsx";
import { words } from "./words.ts";

interface Made {
  readonly batch: PaymentBatchJson;
  readonly leftOut: readonly LeftOut[];
}

/** What can be paid is ticked and put into a batch; what is stopped says why and stays. */
export function WaitingOrders({ orders }: { readonly orders: readonly PaymentOrderJson[] }) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<Made | null>(null);
  const payable = orders.filter(({ stopped }) => stopped === null);
  const chosen = payable.filter(({ id }) => picked.has(id));
  const act = useAct(async () => {
    const ids = chosen.map(({ id }) => id);
    setMade(await call(makePaymentBatch, { body: ids.length > 0 ? { orders: ids } : {} }));
    setPicked(new Set());
    await readAnew(listPayments, listPaymentBatches, staffMe);
  });
  const canMake = payable.length > 0 && !act.isPending;
  useShortcuts([
    { keys: ["m"], words: words.payments.key, run: () => (canMake ? void act.run() : undefined) },
  ]);
  const pick = (id: string, isPicked: boolean) => {
    const next = new Set(picked);
    if (isPicked) next.add(id);
    else next.delete(id);
    setPicked(next);
  };
  return (
    <Stack>
      {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      {made ? <MadeNotice made={made} /> : null}
      {orders.length === 0 ? (
        <NoOrders state="waiting" />
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Button
              variant="primary"
              aria-keyshortcuts="m"
              isDisabled={payable.length === 0}
              isPending={act.isPending}
              pendingText={words.payments.making}
              onPress={() => void act.run()}
            >
              {chosen.length > 0
                ? words.payments.makePicked(chosen.length)
                : words.payments.makeAll}
              <Key name="m" />
            </Button>
            <Tick
              isSelected={payable.length > 0 && chosen.length === payable.length}
              isIndeterminate={chosen.length > 0 && chosen.length < payable.length}
              isDisabled={payable.length === 0}
              onChange={(isAll) => setPicked(new Set(isAll ? payable.map(({ id }) => id) : []))}
            >
              {words.payments.pickAll}
            </Tick>
          </div>
          <OrderTable
            orders={orders}
            firstTitle={words.payments.pickTitle}
            first={({ id, stopped }) => (
              <Tick
                aria-label={words.payments.pick(orderName(id))}
                isSelected={picked.has(id)}
                isDisabled={stopped !== null}
                onChange={(isPicked) => pick(id, isPicked)}
              >
                {null}
              </Tick>
            )}
            isPicked={({ id }) => picked.has(id)}
          />
        </>
      )}
    </Stack>
  );
}

function MadeNotice({ made: { batch, leftOut } }: { made: Made }) {
  return (
    <Notice
      tone="success"
      isLive
      title={words.payments.made(batch.id, batch.orders)}
      actions={
        <LinkButton size="small" href={`/batches/${batch.id}`}>
          {words.payments.openBatch}
        </LinkButton>
      }
    >
      {leftOut.length > 0 ? (
        <>
          <p>{words.payments.leftOut}</p>
          <ul className="list-disc pl-5">
            {leftOut.map(({ id, reason }) => (
              <li key={id}>
                {orderName(id)}：{reason}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}
