import type { GuideJson, StandingJson } from "@hall/contracts/directory";
import type { FormStep } from "@hall/contracts/fields";
import type { FormValues } from "@hall/ui/field-renderer";
import { later } from "@hall/ui/later";
import { fetchFields } from "@hall/ui/later-fields";
import { Beside, Stack } from "@hall/ui/layout";
import { Skeleton } from "@hall/ui/skeleton";
import { Steps } from "@hall/ui/steps";
import { type ReactNode, useEffect, useState } from "react";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import type { DirectoryEntry } from "../../build/directory-module.ts";
import type { HallActor } from "../api/session.ts";
import { useEvidence } from "../evidence/use-evidence.ts";
import { words as evidenceWords } from "../evidence/words.ts";
import { ApplyAside } from "./apply-aside.tsx";
import { DraftNotice, DraftStatus } from "./draft-notice.tsx";
import { FilledStep } from "./filled-step.tsx";
import { inputOf, isComplete, startOf } from "./input-of.ts";
import { LostAnswer } from "./lost-answer.tsx";
import { ReviewStep } from "./review-step.tsx";
import { unsavedOf, useDraft } from "./use-draft.ts";
import { type LiveCheck, useLiveCheck } from "./use-live-check.ts";
import { useSteps } from "./use-steps.ts";
import { words } from "./words.ts";

// Services without papers never load what takes files.
const EvidenceStep = later(
  async () => (await import("../evidence/evidence-step.tsx")).EvidenceStep,
  {
    waiting: () => <Skeleton shape="form" />,
  },
);

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
  /** Values that the address brings, such as a list to go on with. */
  readonly brought: Readonly<Record<string, unknown>>;
};

/** Steps of typed fields, the amount as one types, and the check before submitting. */
export function ApplicationForm(props: ApplicationFormProps) {
  const { actor, entry, steps, standing, draft: saved, guide } = props;
  const service = entry.code;
  const [start] = useState(() => ({
    ...(unsavedOf(service, actor.id) ?? saved?.input),
    ...props.brought,
  }));
  const form = useForm<FormValues>({
    defaultValues: startOf(steps, { ...standing.defaults, ...start }),
  });
  const values = useWatch({ control: form.control });
  const draft = useDraft({
    service,
    actorId: actor.id,
    version: saved?.version,
    read: form.getValues,
  });
  useTouchOnChange(form, draft.touch);
  useStepsAtHand(steps, standing);
  const way = useSteps(service, steps, form);
  const step = steps[way.at];

  // What the centre suggests is no wish yet: nothing is reckoned or refused until it is touched.
  const isTouched = form.formState.isDirty || Object.keys(start).length > 0;
  // A list brings its amounts itself, and is too long to be judged at every key.
  const hasList = steps.some(({ fields }) => fields.some(({ kind }) => kind === "list"));
  const reviewAt = steps.length + (standing.evidence.length > 0 ? 1 : 0);
  const isReady = isTouched && way.at < reviewAt && !hasList && isComplete(steps, values);
  const live = useLiveCheck(service, isReady ? JSON.stringify(inputOf(steps, values)) : null);

  const papers = usePapers(service, standing, live);
  const titles = [...steps.map(({ title }) => title), ...papers.titles, words.check];

  return (
    <Stack gap="large">
      <LostAnswer service={service} actor={actor} />
      <DraftNotice
        isRestored={saved !== undefined}
        isChanged={saved?.changed ?? false}
        state={draft.state}
        onKeepMine={draft.keepMine}
        onDiscard={() => startOver(draft)}
      />
      <Steps titles={titles} current={way.at} onSelect={way.goTo} />
      <Around
        isWide={hasList && step !== undefined}
        aside={<ApplyAside live={step ? live : null} guide={guide} entry={entry} />}
      >
        <div ref={way.top} tabIndex={-1} className="outline-none">
          {step ? (
            <FilledStep
              key={step.title}
              step={step}
              facts={way.at === 0 ? standing.facts : []}
              control={form.control}
              choices={standing.choices}
              service={service}
              steps={steps}
              live={live}
              onNext={way.next}
              {...(way.at > 0 ? { onPrevious: () => way.goTo(way.at - 1) } : {})}
            />
          ) : way.at < reviewAt ? (
            <PapersStep
              papers={papers}
              onNext={() => way.goTo(reviewAt)}
              onPrevious={() => way.goTo(way.at - 1)}
            />
          ) : (
            <ReviewStep
              actor={actor}
              entry={entry}
              steps={steps}
              values={values}
              choices={standing.choices}
              guide={guide}
              onEdit={way.goTo}
              onFaults={way.showFaults}
              onPrevious={() => way.goTo(reviewAt - 1)}
              evidence={papers.evidence.input}
              onFiled={draft.drop}
            />
          )}
          <DraftStatus state={draft.state} />
        </div>
      </Around>
    </Stack>
  );
}

/** The step that takes papers, where the service asks for any; which apply, the check tells. */
function usePapers(service: string, standing: StandingJson, live: LiveCheck) {
  const isAsked = standing.evidence.length > 0;
  const evidence = useEvidence(service, isAsked);
  const applying = live.answer?.evidence;
  return {
    evidence,
    slots: standing.evidence.filter(({ slot }) => applying?.includes(slot) ?? true),
    titles: isAsked ? [evidenceWords.title] : [],
    /** Until then nobody is asked for papers that don't apply to them. */
    isKnown: !live.isStale,
  };
}

type PapersStepProps = {
  readonly papers: ReturnType<typeof usePapers>;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
};

function PapersStep({ papers, onNext, onPrevious }: PapersStepProps) {
  if (!papers.isKnown) return <Skeleton shape="form" />;
  return (
    <EvidenceStep
      slots={papers.slots}
      evidence={papers.evidence}
      onNext={onNext}
      onPrevious={onPrevious}
    />
  );
}

type AroundProps = {
  readonly children: ReactNode;
  readonly aside: ReactNode;
  /** A list needs the whole width; what to know then stands below it. */
  readonly isWide: boolean;
};

function Around({ children, aside, isWide }: AroundProps) {
  if (!isWide) {
    return (
      <Beside asideLabel={words.guideAside} aside={aside}>
        {children}
      </Beside>
    );
  }
  return (
    <Stack gap="large">
      {children}
      <aside aria-label={words.guideAside}>{aside}</aside>
    </Stack>
  );
}

async function startOver(draft: Pick<ReturnType<typeof useDraft>, "drop">): Promise<void> {
  await draft.drop();
  window.location.reload();
}

/** What the later steps are drawn with is there before the network may be gone. */
function useStepsAtHand(steps: readonly FormStep[], { choices, evidence }: StandingJson): void {
  useEffect(() => {
    if (evidence.length > 0) void EvidenceStep.fetch();
    fetchFields(
      steps.flatMap(({ fields }) => fields),
      choices,
    );
  }, [steps, choices, evidence]);
}

/** Every change saves the draft and takes the complaint about that field away. */
function useTouchOnChange(form: UseFormReturn<FormValues>, touch: () => void): void {
  useEffect(() => {
    const watching = form.watch((_, { name }) => {
      if (name) form.clearErrors(name);
      touch();
    });
    return () => watching.unsubscribe();
  }, [form, touch]);
}
