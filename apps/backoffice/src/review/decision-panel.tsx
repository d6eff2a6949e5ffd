import { useAct } from "@hall/client/use-act";
import { decideCase, type MovedCase, type ReviewedCase } from "@hall/contracts/backoffice/review";
import { announce } from "@hall/ui/announce";
import { Button } from "@hall/ui/button";
import { FindingCards } from "@hall/ui/finding-cards";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { useState } from "react";
import { call } from "../api/call.ts";
import { Key } from "../keyboard/key.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { CaseStanding, isApprovable } from "./case-standing.tsx";
import { bodyOf, type DecisionDraft, isTyped } from "./decision-draft.ts";
import { DecisionForm } from "./decision-form.tsx";
import { words } from "./words.ts";

type Act = { readonly run: () => Promise<void>; readonly isPending: boolean } & Pick<
  ReturnType<typeof useAct>,
  "problem"
>;

/** What was typed, how it changes, and how it is forgotten once it was sent. */
export type Kept = readonly [DecisionDraft, (draft: DecisionDraft) => void, () => void];

type DecisionPanelProps = {
  readonly reviewed: ReviewedCase;
  readonly kept: Kept;
  readonly claim: Act;
  readonly release: Act;
  readonly onReread: () => Promise<void>;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

type Kind = "approve" | "refuse" | "ask";
const keys: Readonly<Record<Kind, string>> = { approve: "a", refuse: "f", ask: "b" };

/** Claim, look, decide: what may be done now and what stands in the way. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { reviewed, claim, release, onReread, onNext, onBack } = props;
  const { number, version, actions } = reviewed;
  const [draft, setDraft, forget] = props.kept;
  const [moved, setMoved] = useState<MovedCase | null>(null);
  const [left, setLeft] = useState<Kind | null>(null);
  const decide = useAct(async (kind: Kind) => {
    const answer = await call(decideCase, {
      params: { number },
      body: bodyOf(sentOf(reviewed, draft), kind, version),
    });
    forget();
    setMoved(answer);
    announce(answer.message);
    await onReread();
  });
  const start = (kind: Kind) => {
    decide.clear();
    setMoved(null);
    setDraft({ ...draft, kind });
  };
  const kinds = (["approve", "refuse", "ask"] as const).filter(
    (kind) => actions.includes(kind) && (kind !== "approve" || isApprovable(reviewed)),
  );
  const chosen = kinds.find((kind) => kind === draft.kind) ?? null;
  const leave = () => {
    if (chosen === null) return;
    setLeft(chosen);
    setDraft({ ...draft, kind: null });
  };
  useShortcuts([
    ...kinds.map((kind) => ({
      keys: [keys[kind]],
      words: words.case.keys[kind],
      run: () => start(kind),
    })),
    ...(kinds.length > 0
      ? [
          // The form answers to it, in its text boxes too: it stands here to be told with the rest.
          { keys: ["Control+Enter"], words: words.case.keys.submit, run: () => undefined },
          { keys: ["Escape"], words: words.case.keys.leave, run: leave },
        ]
      : []),
    ...(actions.includes("claim")
      ? [{ keys: ["c"], words: words.case.keys.claim, run: () => void claim.run() }]
      : []),
    ...(actions.includes("release")
      ? [{ keys: ["r"], words: words.case.keys.release, run: () => void release.run() }]
      : []),
  ]);
  const problem = decide.problem ?? claim.problem ?? release.problem;
  return (
    <section className="rounded-card border border-line-strong bg-paper px-4 py-4">
      <Stack>
        <h2 className="text-h3 font-semibold">{words.decision.title}</h2>
        <CaseStanding reviewed={reviewed} />
        {moved ? <Moved moved={moved} onNext={onNext} onBack={onBack} /> : null}
        {problem ? (
          <>
            <ProblemNotice
              problem={problem}
              takesFocus
              actions={<Button onPress={() => void onReread()}>{words.decision.reread}</Button>}
            />
            <FindingCards findings={problem.findings ?? []} headingLevel={3} />
          </>
        ) : null}
        <ClaimActs {...props} />
        {chosen === null && kinds.length > 0 ? (
          <>
            {isTyped(draft) ? (
              <p className="text-note text-ink-soft">{words.decision.kept}</p>
            ) : null}
            <Choice kinds={kinds} left={left} onChoose={start} />
          </>
        ) : null}
        {chosen ? (
          <DecisionForm
            key={chosen}
            kind={chosen}
            draft={draft}
            reviewed={reviewed}
            isPending={decide.isPending}
            onChange={setDraft}
            onSubmit={() => void decide.run(chosen)}
            onLeave={leave}
          />
        ) : null}
      </Stack>
    </section>
  );
}

/** The second person sends the rows as the first has decided on them. */
const sentOf = ({ firstApprovalBy, refusedRows }: ReviewedCase, draft: DecisionDraft) =>
  firstApprovalBy === null ? draft : { ...draft, rows: refusedRows };

type ChoiceProps = {
  readonly kinds: readonly Kind[];
  /** The decision that was just put down: the focus goes back to its button. */
  readonly left: Kind | null;
  readonly onChoose: (kind: Kind) => void;
};

function Choice({ kinds, left, onChoose }: ChoiceProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {kinds.map((kind) => (
        <Button
          key={kind}
          variant={kind === "approve" ? "primary" : "secondary"}
          autoFocus={kind === left}
          aria-keyshortcuts={keys[kind]}
          onPress={() => onChoose(kind)}
        >
          {words.decision[kind]}
          <Key name={keys[kind]} />
        </Button>
      ))}
    </div>
  );
}

function ClaimActs({ reviewed, claim, release }: DecisionPanelProps) {
  if (reviewed.actions.includes("claim")) {
    return (
      <Stack gap="small">
        <p className="text-note text-ink-soft">{words.decision.claimFirst}</p>
        <div>
          <Button
            variant="primary"
            aria-keyshortcuts="c"
            isPending={claim.isPending}
            pendingText={words.decision.claiming}
            onPress={() => void claim.run()}
          >
            {words.decision.claim}
            <Key name="c" />
          </Button>
        </div>
      </Stack>
    );
  }
  if (!reviewed.actions.includes("release")) return null;
  return (
    <div>
      <Button
        size="small"
        aria-keyshortcuts="r"
        isPending={release.isPending}
        pendingText={words.decision.releasing}
        onPress={() => void release.run()}
      >
        {words.decision.release}
        <Key name="r" />
      </Button>
    </div>
  );
}

type MovedProps = {
  readonly moved: MovedCase;
  readonly onNext: () => void;
  readonly onBack: () => void;
};

function Moved({ moved, onNext, onBack }: MovedProps) {
  return (
    <Notice
      tone="success"
      title={words.decision.done}
      actions={
        <>
          <Button variant="primary" autoFocus aria-keyshortcuts="n" onPress={onNext}>
            {words.decision.next}
            <Key name="n" />
          </Button>
          <Button aria-keyshortcuts="u" onPress={onBack}>
            {words.decision.toQueue}
            <Key name="u" />
          </Button>
        </>
      }
    >
      {moved.message}
    </Notice>
  );
}
