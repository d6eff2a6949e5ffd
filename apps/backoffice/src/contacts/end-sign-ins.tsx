import { useAct } from "@hall/client/use-act";
import { endSignIns } from "@hall/contracts/backoffice/contacts";
import { Button } from "@hall/ui/button";
import { ConfirmDialog } from "@hall/ui/dialog";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { call } from "../api/call.ts";
import { words } from "./words.ts";

/** Ends whatever sign-ins a person has, where somebody else may be using their account. */
export function EndSignIns({ personalNumber }: { readonly personalNumber: string }) {
  const [isAsking, setAsking] = useState(false);
  const [ended, setEnded] = useState<number | null>(null);
  const act = useAct(async () => {
    try {
      const answer = await call(endSignIns, { params: { personalNumber } });
      setEnded(answer.ended);
    } finally {
      setAsking(false);
    }
  });
  return (
    <Stack gap="small">
      <p className="text-ink-soft">{words.signIns.lead}</p>
      {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
      {ended === null ? null : (
        <Notice tone="success" isLive>
          {ended > 0 ? words.signIns.ended(ended) : words.signIns.none}
        </Notice>
      )}
      <div>
        <Button onPress={() => setAsking(true)}>{words.signIns.end}</Button>
      </div>
      <ConfirmDialog
        title={words.signIns.title}
        isOpen={isAsking}
        consequence={words.signIns.consequence}
        confirmText={words.signIns.confirm}
        pendingText={words.signIns.pending}
        isPending={act.isPending}
        onConfirm={() => void act.run()}
        onCancel={() => setAsking(false)}
      />
    </Stack>
  );
}
