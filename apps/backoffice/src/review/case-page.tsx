import { useAct } from "@hall/client/use-act";
import { staffMe } from "@hall/contracts/backoffice/insight";
import {
  claimCase,
  getCase,
  listCases,
  type ReviewedCase,
  releaseCase,
} from "@hall/contracts/backoffice/review";
import { caseRows } from "@hall/contracts/case-rows";
import { DateText, InstantText } from "@hall/ui/date-text";
import { QuoteTable } from "@hall/ui/quote-table";
import { StatusBadge } from "@hall/ui/status-badge";
import { useEffect } from "react";
import { useNavigate, useParams } from "react-router";
import { call } from "../api/call.ts";
import { readAnew, useAnswer } from "../api/use-answer.ts";
import { useKept } from "../api/use-kept.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { CaseEvidence } from "./case-evidence.tsx";
import { CaseFacts } from "./case-facts.tsx";
import { CaseFilledIn } from "./case-filled-in.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CasePapers } from "./case-papers.tsx";
import { CaseRows } from "./case-rows.tsx";
import { CaseRules } from "./case-rules.tsx";
import { type DecisionDraft, emptyDraft, parseDraft } from "./decision-draft.ts";
import { DecisionPanel } from "./decision-panel.tsx";
import { DueBadge } from "./due-badge.tsx";
import { neighbour, noteOpened, readTrail } from "./queue-trail.ts";
import { words } from "./words.ts";

/** All of a case on one screen, with the decision beside it (REV-2). */
export function CasePage() {
  const { number = "" } = useParams();
  const navigate = useNavigate();
  const reviewed = useAnswer(getCase, { params: { number } });
  const go = (step: 1 | -1) => {
    const trail = readTrail();
    const next = neighbour(trail.numbers, number, step);
    navigate(next ? `/queue/${next}` : `/queue${trail.search}`);
  };
  useEffect(() => noteOpened(number), [number]);
  const back = () => navigate(`/queue${readTrail().search}`);
  useShortcuts([
    { keys: ["j", "n"], words: words.case.keys.next, run: () => go(1) },
    { keys: ["k"], words: words.case.keys.previous, run: () => go(-1) },
    { keys: ["u"], words: words.case.keys.back, run: back },
  ]);
  return (
    <>
      {reviewed.isError ? (
        <StaffHeader title={words.case.title(number)} crumbs={crumbsOf(number)} />
      ) : null}
      <Awaited of={reviewed} skeleton={{ shape: "card", count: 3 }}>
        {(answer) => (
          <CaseScreen
            key={answer.number}
            reviewed={answer}
            onNext={() => go(1)}
            onBack={back}
            onReread={async () => {
              await readAnew(getCase, caseRows, listCases, staffMe);
            }}
          />
        )}
      </Awaited>
    </>
  );
}

const crumbsOf = (number: string) => [
  { label: words.case.crumb, href: `/queue${readTrail().search}` },
  { label: number },
];

type CaseScreenProps = {
  readonly reviewed: ReviewedCase;
  readonly onNext: () => void;
  readonly onBack: () => void;
  readonly onReread: () => Promise<void>;
};

/** The evidence stays in view beside all that it is held against, where there is room for both. */
const BESIDE =
  "grid min-w-0 gap-x-6 gap-y-4 2xl:grid-cols-2 2xl:items-start 2xl:[&>:first-child]:sticky 2xl:[&>:first-child]:top-4";

function CaseScreen({ reviewed, onNext, onBack, onReread }: CaseScreenProps) {
  const { number } = reviewed;
  const hasEvidence = reviewed.evidence.length > 0;
  const kept = useKept<DecisionDraft>(`${useStaff().id} ${number}`, emptyDraft, parseDraft);
  const [draft, setDraft] = kept;
  const claim = useAct(async () => {
    await call(claimCase, { params: { number } });
    await onReread();
  });
  const release = useAct(async () => {
    await call(releaseCase, { params: { number } });
    await onReread();
  });
  return (
    <>
      <StaffHeader
        title={words.case.of(reviewed.serviceName, reviewed.applicant.name)}
        crumbs={crumbsOf(number)}
        meta={<CaseMeta reviewed={reviewed} />}
      />
      <div className="grid items-start gap-x-6 gap-y-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <aside
          aria-label={words.decision.title}
          className="min-w-0 lg:order-last lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
        >
          <DecisionPanel
            reviewed={reviewed}
            kept={kept}
            claim={claim}
            release={release}
            onReread={onReread}
            onNext={onNext}
            onBack={onBack}
          />
        </aside>
        <div className={hasEvidence ? BESIDE : "min-w-0"}>
          <CaseEvidence
            evidence={reviewed.evidence}
            isClaimFirst={reviewed.actions.includes("claim")}
          />
          <div className="flex min-w-0 flex-col gap-4">
            <CaseRules reviewed={reviewed} />
            <CaseRows
              reviewed={reviewed}
              draft={draft.rows}
              onChange={(rows) => setDraft({ ...draft, rows })}
            />
            <CaseFilledIn reviewed={reviewed} />
            <CaseFacts reviewed={reviewed} />
            {reviewed.quote ? (
              <QuoteTable quote={reviewed.quote} title={words.case.quote} headingLevel={2} />
            ) : null}
            <CasePapers reviewed={reviewed} />
            <CaseHistory reviewed={reviewed} />
          </div>
        </div>
      </div>
    </>
  );
}

function CaseMeta({ reviewed }: { reviewed: ReviewedCase }) {
  const { applicant } = reviewed;
  return (
    <>
      <StatusBadge state={reviewed.state} name={reviewed.stateName} />
      {reviewed.dueOn ? (
        <span className="inline-flex items-center gap-2">
          {words.case.due} <DateText value={reviewed.dueOn} />
          <DueBadge mark={reviewed.mark} />
        </span>
      ) : (
        <DueBadge mark={reviewed.mark} />
      )}
      <span>
        {words.case.submitted} <InstantText value={reviewed.submittedAt} />
      </span>
      <span>{words.case.filedBy(reviewed.filedByName)}</span>
      <span>
        {applicant.kind === "person" ? words.case.personalNumber : words.case.unitCode}{" "}
        {applicant.number}
      </span>
      {applicant.maskedIdentityNumber ? (
        <span>
          {words.case.identity} {applicant.maskedIdentityNumber}
        </span>
      ) : null}
      {applicant.maskedMobile ? (
        <span>
          {words.case.mobile} {applicant.maskedMobile}
        </span>
      ) : null}
    </>
  );
}
