import { useAct } from "@hall/client/use-act";
import { staffMe } from "@hall/contracts/backoffice/insight";
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
import { readAnew } from "../api/use-answer.ts";
import { useStaff } from "../app/require-staff.tsx";
import { orderName } from "./names.ts";
import { OrderTable } from "./order-table.tsx";
import { TakeBackDialog } from "./take-back-dialog.tsx";
import { words } from "./words.ts";

/** What the bank sent back, to be paid anew where nothing later has taken its place. */
export function ReturnedOrders({ orders }: { readonly orders: readonly PaymentOrderJson[] }) {
  const [chosen, setChosen] = useState<PaymentOrderJson | null>(null);
  const [takenBack, setTakenBack] = useState<PaymentOrderJson | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const act = useAct(async (id: string) => {
    const made = await call(reissuePayment, { params: { id } });
    setChosen(null);
    setDone(words.payments.reissued(orderName(made.id)));
    await readAnew(listPayments, staffMe);
  });
  return (
    <Stack>
      {done ? (
        <Notice tone="success" isLive>
          {done}
        </Notice>
      ) : null}
      <OrderTable
        orders={orders}
        rowActions={(order) =>
          order.canReissue ? (
            <ReturnedActs
              order={order}
              onReissue={() => {
                act.clear();
                setChosen(order);
              }}
              onTakeBack={() => setTakenBack(order)}
            />
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
      {takenBack ? (
        <TakeBackDialog
          key={takenBack.id}
          order={takenBack}
          onDone={(told) => {
            setTakenBack(null);
            setDone(told);
          }}
          onCancel={() => setTakenBack(null)}
        />
      ) : null}
    </Stack>
  );
}

type ReturnedActsProps = {
  readonly order: PaymentOrderJson;
  readonly onReissue: () => void;
  readonly onTakeBack: () => void;
};

/** Paid anew, or where it isn't due any more taken back: one asks, another confirms. */
function ReturnedActs({ order, onReissue, onTakeBack }: ReturnedActsProps) {
  const { id: staffId } = useStaff();
  const { payments } = words;
  const name = orderName(order.id);
  const asked = order.takeBack;
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      {asked ? (
        <span className="text-note text-ink-soft">{payments.askedBy(asked.name)}</span>
      ) : (
        <Button size="small" aria-label={payments.reissueNamed(name)} onPress={onReissue}>
          {payments.reissue}
        </Button>
      )}
      {asked?.id === staffId ? null : (
        <Button
          size="small"
          aria-label={asked ? payments.confirmTakeBackNamed(name) : payments.takeBackNamed(name)}
          onPress={onTakeBack}
        >
          {asked ? payments.confirmTakeBack : payments.takeBack}
        </Button>
      )}
    </span>
  );
}
