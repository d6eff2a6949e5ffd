import { type ApplicationJson, supplementApplication } from "@hall/contracts/applications";
import type { EvidenceInput } from "@hall/contracts/files";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { call } from "../api/call.ts";
import { ConfirmDialog } from "../app/later-dialogs.tsx";
import { EvidenceFields } from "../evidence/evidence-fields.tsx";
import { supplementPlace } from "../evidence/supplement-slot.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { useCaseAct } from "./case-act.ts";
import { words } from "./words.ts";

type SupplementProps = { readonly application: ApplicationJson; readonly actorId: string };

/** Answers all that is missing, once: in words, and with further papers (补正). */
export function Supplement({ application, actorId }: SupplementProps) {
  const { number, service, missing } = application;
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const evidence = useEvidence(service, true);
  const act = useCaseAct(
    `supplement.${number}`,
    actorId,
    (body: { words: string; evidence: EvidenceInput }, idempotencyKey) =>
      call(supplementApplication, { params: { number }, body, idempotencyKey }),
  );
  const fault = faultOf(text);
  const fileFault = evidence.faultOf(supplementPlace);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!fault && !fileFault) setAsking(true);
  };
  const send = async () => {
    const files = evidence.input.filter(({ slot }) => slot === supplementPlace.slot);
    await act.run({ words: text.trim(), evidence: files });
    setAsking(false);
  };
  return (
    <form onSubmit={submit} noValidate className="mt-4">
      <Stack>
        <Missing missing={missing} />
        {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
        <TextField
          label={words.supplement.field}
          help={words.supplement.help}
          name="words"
          isRequired
          isLong
          maxLength={2000}
          value={text}
          onChange={setText}
          {...(isTried && fault ? { error: fault } : {})}
        />
        <EvidenceFields slots={[supplementPlace]} evidence={evidence} isTried={isTried} />
        <div>
          <Button type="submit" variant="primary">
            {words.supplement.submit}
          </Button>
        </div>
      </Stack>
      <ConfirmDialog
        title={words.supplement.confirmTitle}
        isOpen={isAsking}
        consequence={words.supplement.consequence}
        confirmText={words.supplement.confirm}
        isPending={act.isPending}
        pendingText={words.supplement.pending}
        onConfirm={() => void send()}
        onCancel={() => setAsking(false)}
      />
    </form>
  );
}

function faultOf(text: string): string | undefined {
  if (text.trim() === "") return words.supplement.needed;
  return text.length > 2000 ? words.supplement.long : undefined;
}

function Missing({ missing }: Pick<ApplicationJson, "missing">) {
  return (
    <Notice tone="warning" title={words.supplement.title}>
      <ul className="list-disc pl-[1.25em]">
        {missing.map(({ item, words: what }) => (
          <li key={`${item} ${what}`}>
            <span className="font-semibold">{item}</span>：{what}
          </li>
        ))}
      </ul>
      <p className="mt-2">{words.supplement.lead}</p>
    </Notice>
  );
}
