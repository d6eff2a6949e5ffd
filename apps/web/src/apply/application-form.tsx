import type { GuideJson, StandingJson } from "@hall/contracts/directory";
import type { Field, FormStep } from "@hall/contracts/fields";
import { Beside, Stack } from "@hall/ui/layout";
import { Steps } from "@hall/ui/steps";
import type { FormValues } from "@hall/ui/field-renderer";
import { useEffect, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import type { HallActor } from "../api/session.ts";
import { ApplyAside } from "./apply-aside.tsx";
import { DraftNotice, DraftStatus } from "./draft-notice.tsx";
import { FilledStep } from "./filled-step.tsx";
import { faultOf, inputOf, isComplete, shownFields } from "./input-of.ts";
import { LostAnswer } from "./lost-answer.tsx";
import { ReviewStep } from "./review-step.tsx";
import { unsavedOf, useDraft } from "./use-draft.ts";
import { useLiveCheck } from "./use-live-check.ts";
import { words } from "./words.ts";

export interface SavedDraft {
  readonly input: Record<string, unknown>;
  readonly version: number;
  readonly changed: boolean;
}

type ApplicationFormProps = {
  readonly actor: HallActor;
  readonly entry: DirectoryEntry;
  readonly steps: readonly FormStep[];
  readonly standing: StandingJson;
  readonly draft: SavedDraft | undefined;
  readonly guide: GuideJson | undefined;
};

/** Steps of typed fields, the amount as one types, and the check before submitting. */
export function ApplicationForm(props: ApplicationFormProps) {
  const { actor, entry, steps, standing, draft: saved, guide } = props;
  const service = entry.code;
  const [start] = useState(() => unsavedOf(service, actor.id) ?? saved?.input);
  const form = useForm<FormValues>({ defaultValues: { ...standing.defaults, ...start } });
  const values = useWatch({ control: form.control });
  const [at, setAt] = useState(0);
  const top = useRef<HTMLDivElement>(null);
  const draft = useDraft({ service, actorId: actor.id, version: saved?.version, read: form.getValues });
  useTouchOnChange(form, draft.touch);

  // What the centre suggests is no wish yet: nothing is reckoned or refused until it is touched.
  const isTouched = form.formState.isDirty || start !== undefined;
  const input = isTouched && isComplete(steps, values) ? JSON.stringify(inputOf(steps, values)) : null;
  const live = useLiveCheck(service, input);

  const goTo = (index: number) => {
    setAt(index);
    top.current?.scrollIntoView({ block: "start" });
    top.current?.focus({ preventScroll: true });
  };
  const markFaults = (fields: readonly Field[]) => {
    const faults = fields.flatMap((field) => {
      const message = faultOf(field, form.getValues(field.name));
      return message ? [{ name: field.name, message }] : [];
    });
    for (const field of fields) form.clearErrors(field.name);
    for (const { name, message } of faults) form.setError(name, { message });
    return faults[0]?.name;
  };
  const next = () => {
    const step = steps[at];
    const faulty = step && markFaults(shownFields([step], form.getValues()));
    if (faulty) focusField(faulty);
    else goTo(at + 1);
  };
  const showFaults = (errors: readonly { path: string; message: string }[]) => {
    const named = errors.map(({ path, message }) => ({ name: fieldOfPath(path), message }));
    const index = steps.findIndex(({ fields }) => fields.some((f) => named.some((n) => n.name === f.name)));
    if (index < 0) return;
    goTo(index);
    for (const { name, message } of named) form.setError(name, { message });
  };

  const step = steps[at];
  return (
    <Stack gap="large">
      <LostAnswer service={service} actor={actor} />
      <DraftNotice
        isRestored={saved !== undefined}
        isChanged={saved?.changed ?? false}
        state={draft.state}
        onKeepMine={draft.keepMine}
        onDiscard={async () => {
          await draft.drop();
          window.location.reload();
        }}
      />
      <Steps titles={[...steps.map(({ title }) => title), words.check]} current={at} onSelect={goTo} />
      <Beside asideLabel={words.guideAside} aside={<ApplyAside live={step ? live : null} guide={guide} entry={entry} />}>
        <div ref={top} tabIndex={-1} className="outline-none">
          {step ? (
            <FilledStep
              key={step.title}
              step={step}
              facts={at === 0 ? standing.facts : []}
              control={form.control}
              choices={standing.choices}
              service={service}
              steps={steps}
              live={live}
              onNext={next}
              {...(at > 0 ? { onPrevious: () => goTo(at - 1) } : {})}
            />
          ) : (
            <ReviewStep
              actor={actor}
              entry={entry}
              steps={steps}
              values={values}
              choices={standing.choices}
              guide={guide}
              onEdit={goTo}
              onFaults={showFaults}
              onPrevious={() => goTo(steps.length - 1)}
              onFiled={draft.drop}
            />
          )}
          <DraftStatus state={draft.state} />
        </div>
      </Beside>
    </Stack>
  );
}

/** Every change saves the draft and takes the complaint about that field away. */
function useTouchOnChange(form: ReturnType<typeof useForm<FormValues>>, touch: () => void): void {
  useEffect(() => {
    const watching = form.watch((_, { name }) => {
      if (name) form.clearErrors(name);
      touch();
    });
    return () => watching.unsubscribe();
  }, [form, touch]);
}

/** `/input/tierCode` and `/tierCode` both mean the field `tierCode`. */
function fieldOfPath(path: string): string {
  return path.replace(/^\/input/, "").split("/")[1] ?? "";
}

function focusField(name: string): void {
  window.requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"], [aria-invalid="true"]`);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  });
}
