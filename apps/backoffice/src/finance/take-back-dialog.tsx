import { useAct } from "@hall/client/use-act";
import { staffMe } from "@hall/contracts/backoffice/insight";
import {
  listPayments,
  type PaymentOrderJson,
  takeBackApproval,
} from "@hall/contracts/backoffice/payments";
import { ConfirmDialog } from "@hall/ui/dialog";
import { Money } from "@hall/ui/money";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { useState } from "react";
import { call } from "../api/call.ts";
import { readAnew } from "../api/use-answer.ts";
import { words } from "./words.ts";

type TakeBackDialogProps = {
  readonly order: PaymentOrderJson;
  readonly onDone: (told: string) => void;
  readonly onCancel: () => void;
};

/** Asks for an approval to be taken back, or confirms what another has asked for. */
export function TakeBackDialog({ order, onDone, onCancel }: TakeBackDialogProps) {
  const [found, setFound] = useState("");
  const [isTried, setTried] = useState(false);
  const { payments } = words;
  const isConfirming = order.takeBack !== null;
  const isGood = found.trim().length >= 4;
  const act = useAct(async () => {
    const moved = await call(takeBackApproval, {
      params: { id: order.id },
      body: { words: found },
    });
    onDone(moved.message);
    await readAnew(listPayments, staffMe);
  });
  return (
    <ConfirmDialog
      title={payments.takeBackTitle}
      isOpen
      isDanger
      consequence={isConfirming ? payments.confirmConsequence : payments.takeBackConsequence}
      confirmText={isConfirming ? payments.confirmTakeBack : payments.takeBack}
      pendingText={payments.takingBack}
      isPending={act.isPending}
      onConfirm={() => {
        setTried(true);
        if (isGood) void act.run();
      }}
      onCancel={onCancel}
    >
      {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      <p className="mb-3">
        {order.maskedPayee} · {order.applicationNumber} · <Money fen={order.amountFen} isStrong />
      </p>
      <TextField
        label={payments.found}
        help={payments.foundHelp}
        isRequired
        isLong
        maxLength={500}
        value={found}
        onChange={setFound}
        {...(isTried && !isGood ? { error: payments.needFound } : {})}
      />
    </ConfirmDialog>
  );
}
