import {
  listPayments,
  type PaymentOrderJson,
  reissuePayment,
} from "@hall/contracts/backoffice/payments";
import { Button } from "@hall/ui/button";
import { ConfirmDialog } from "@hall/ui/dialog";
import { Stack } from "@hall/ui/layout";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { call } from "../api/call.ts";
import { useAct } from "../api/use-act.ts";
import { readAnew } from "../api/use-answer.ts";
import { orderName } from "./names.ts";
import { OrderTable } from "./order-table.tsx";
import { words } from "./words.ts";

/** What the bank sent back, to be paid anew where nothing later has taken its place. */
export function ReturnedOrders({ orders }: { readonly orders: readonly PaymentOrderJson[] }) {
  const [chosen, setChosen] = useState<PaymentOrderJson | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const act = useAct(async (id: string) => {
    const made = await call(reissuePayment, { params: { id } });
    setChosen(null);
    setDone(made.id);
    await readAnew(listPayments);
  });
  return (
    <Stack>
      {done ? (
        <Notice tone="success" isLive>
          {words.payments.reissued(orderName(done))}
        </Notice>
      ) : null}
      <OrderTable
        orders={orders}
        rowActions={(order) =>
          order.canReissue ? (
            <Button
              size="small"
              aria-label={words.payments.reissueNamed(orderName(order.id))}
              onPress={() => {
                act.clear();
                setChosen(order);
              }}
            >
              {words.payments.reissue}
            </Button>
          ) : (
            <span className="text-note text-ink-soft">{words.payments.done}</span>
          )
        }
      />
      <ConfirmDialog
        title={words.payments.reissueTitle}
        isOpen={chosen !== null}
        consequence={words.payments.reissueConsequence}
        confirmText={words.payments.reissueConfirm}
        pendingText={words.payments.reissuing}
        isPending={act.isPending}
        onConfirm={() => {
          if (chosen) void act.run(chosen.id);
        }}
        onCancel={() => setChosen(null)}
      >
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        {chosen ? (
          <p>
            {chosen.maskedPayee} · {chosen.bank} {chosen.maskedNumber} ·{" "}
            <Money fen={chosen.amountFen} isStrong />
          </p>
        ) : null}
      </ConfirmDialog>
    </Stack>
  );
}
