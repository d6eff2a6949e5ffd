import { useAct } from "@hall/client/use-act";
import type { CheckJson, GuideJson, StandingJson } from "@hall/contracts/directory";
import type { FormStep } from "@hall/contracts/fields";
import type { EvidenceInput } from "@hall/contracts/files";
import type { Problem } from "@hall/contracts/problem";
import { Button } from "@hall/ui/button";
import { Card } from "@hall/ui/card";
import { FindingCards } from "@hall/ui/finding-cards";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import { call } from "../api/call.ts";
import { checkOf, type Input } from "../api/family.ts";
import type { HallActor } from "../api/session.ts";
import { refusalLinks } from "../refusals/links.tsx";
import { inputOf, shownFields, type Values } from "./input-of.ts";
import { QuoteView } from "./quote-view.tsx";
import { SubmitPanel } from "./submit-panel.tsx";
import type { FieldFault } from "./use-steps.ts";
import { valueText } from "./value-text.tsx";
import { words } from "./words.ts";

type ReviewStepProps = {
  readonly actor: HallActor;
  readonly entry: DirectoryEntry;
  readonly steps: readonly FormStep[];
  readonly values: Values;
  readonly choices: StandingJson["choices"];
  readonly guide: GuideJson | undefined;
  /** Every file that was uploaded; what the check doesn't ask for isn't sent. */
  readonly evidence: EvidenceInput;
  readonly onEdit: (step: number) => void;
  readonly onFaults: (faults: readonly FieldFault[]) => void;
  readonly onPrevious: () => void;
  readonly onFiled: () => Promise<void>;
};

/** Look once more, check, then submit. */
export function ReviewStep(props: ReviewStepProps) {
  const { actor, entry, steps, values, guide } = props;
  const [checked, setChecked] = useState<CheckJson | null>(null);
  const input = inputOf(steps, values);
  const act = useAct(async () => {
    setChecked(null);
    setChecked(await call(checkOf(entry.code), { body: { input } }));
  });
  return (
    <Stack gap="large">
      <div>
        <h2 className="text-h2 font-semibold">{words.check}</h2>
        <p className="mt-1 text-ink-soft">{words.review.lead}</p>
      </div>
      <Filled {...props} />
      {act.problem ? <CheckProblem problem={act.problem} onFaults={props.onFaults} /> : null}
      {checked ? (
        <Checked checked={checked} guide={guide} input={input} onFaults={props.onFaults} />
      ) : null}
      {checked?.ok ? (
        <SubmitPanel
          actor={actor}
          entry={entry}
          input={input}
          checked={checked}
          evidence={props.evidence.filter(({ slot }) => checked.evidence.includes(slot))}
          guide={guide}
          onPrevious={props.onPrevious}
          onFiled={props.onFiled}
        />
      ) : (
        <div className="flex flex-wrap gap-3 border-t border-line pt-4">
          <Button
            variant="primary"
            size="main"
            isPending={act.isPending}
            pendingText={words.review.checking}
            onPress={() => void act.run()}
          >
            {words.review.check}
          </Button>
          <Button size="main" onPress={props.onPrevious}>
            {words.previous}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Filled({ steps, values, choices, onEdit }: ReviewStepProps) {
  return (
    <Card title={words.review.filled} headingLevel={3}>
      <Stack>
        {steps.map((step, index) => {
          const fields = shownFields([step], values).filter(({ kind }) => kind !== "list");
          if (fields.length === 0) return null;
          return (
            <section key={step.title}>
              <div className="flex items-center justify-between gap-4">
                <h4 className="text-note text-ink-soft">{step.title}</h4>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={words.review.change(step.title)}
                  onPress={() => onEdit(index)}
                >
                  {words.review.changeShort}
                </Button>
              </div>
              <KeyValue
                items={fields.map((field) => ({
                  label: field.label,
                  value: valueText(field, values[field.name], optionsOf(choices[field.name])),
                }))}
              />
            </section>
          );
        })}
      </Stack>
    </Card>
  );
}

function optionsOf(choices: StandingJson["choices"][string] = []) {
  return choices.map(({ value, label }) => ({ value, label }));
}

type FaultTarget = Pick<ReviewStepProps, "onFaults">;

function CheckProblem({ problem, onFaults }: FaultTarget & { problem: Problem }) {
  const { errors } = problem;
  return (
    <ProblemNotice
      problem={problem}
      takesFocus
      actions={
        errors ? <Button onPress={() => onFaults(errors)}>{words.review.toField}</Button> : null
      }
    />
  );
}

type CheckedProps = FaultTarget & {
  checked: CheckJson;
  guide: GuideJson | undefined;
  input: Input;
};

function Checked({ checked, guide, input, onFaults }: CheckedProps) {
  if (!checked.ok) {
    return (
      <section aria-label={words.review.failed} className="flex flex-col gap-4">
        <p role="status" className="text-h3 font-semibold">
          {words.review.failed}
        </p>
        <FindingCards
          findings={checked.findings}
          headingLevel={3}
          {...refusalLinks(guide, {
            input,
            more: ({ at, message }) =>
              at ? (
                <Button size="small" onPress={() => onFaults([{ path: at, message }])}>
                  {words.review.toField}
                </Button>
              ) : null,
          })}
        />
      </section>
    );
  }
  return (
    <>
      <Notice tone="success" title={words.review.checked} isLive>
        {words.review.checkedLead}
      </Notice>
      {checked.quote ? <QuoteView quote={checked.quote} /> : null}
    </>
  );
}
