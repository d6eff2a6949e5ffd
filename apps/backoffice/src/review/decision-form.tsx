import type { ReviewedCase } from "@hall/contracts/backoffice/review";
import { Button } from "@hall/ui/button";
import { CheckboxGroupField } from "@hall/ui/checkbox-field";
import { FieldMark } from "@hall/ui/field-mark";
import { Stack } from "@hall/ui/layout";
import { Money } from "@hall/ui/money";
import { TextField } from "@hall/ui/text-field";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import type { DecisionDraft } from "./decision-draft.ts";
import { MissingItems } from "./missing-items.tsx";
import { isReasoned } from "./row-draft.ts";
import { words } from "./words.ts";

type DecisionFormProps = {
  readonly kind: "approve" | "refuse" | "ask";
  readonly draft: DecisionDraft;
  readonly reviewed: ReviewedCase;
  readonly isPending: boolean;
  readonly onChange: (draft: DecisionDraft) => void;
  readonly onSubmit: () => void;
  readonly onLeave: () => void;
};

const confirmTexts = {
  approve: words.decision.confirmApprove,
  refuse: words.decision.confirmRefuse,
  ask: words.decision.confirmAsk,
} as const;

/**
 * The second step of a decision: what it needs, and the confirmation. The focus goes to its first
 * field; Ctrl and Enter send, Escape puts it down and keeps what was typed.
 */
export function DecisionForm(props: DecisionFormProps) {
  const { kind, draft, reviewed, isPending, onSubmit, onLeave } = props;
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input, textarea")?.focus();
    // Its confirmation, and the key for it, are seen too.
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (isWhole(props) && !isPending) onSubmit();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    if (event.key === "Escape") onLeave();
  };
  return (
    <form
      ref={form}
      onSubmit={submit}
      onKeyDown={press}
      noValidate
      aria-label={words.decision[kind]}
      className="scroll-mb-6"
    >
      <Stack>
        <h3 className="border-t border-line pt-3 font-semibold">{words.decision[kind]}</h3>
        {kind === "approve" ? <Approve {...props} /> : null}
        {kind === "refuse" ? <Refuse {...props} isTried={isTried} reviewed={reviewed} /> : null}
        {kind === "ask" ? (
          <>
            <p className="text-note text-ink-soft">{words.decision.askLead}</p>
            <MissingItems
              items={draft.missing}
              isTried={isTried}
              onChange={(missing) => props.onChange({ ...draft, missing })}
            />
          </>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant={kind === "refuse" ? "danger" : "primary"}
            isPending={isPending}
            pendingText={words.decision.pending}
          >
            {confirmTexts[kind]}
          </Button>
          <Button variant="quiet" onPress={onLeave}>
            {words.decision.back}
          </Button>
        </div>
        <p className="text-note text-ink-faint">{words.decision.submitKey}</p>
      </Stack>
    </form>
  );
}

function isWhole({ kind, draft, reviewed }: DecisionFormProps): boolean {
  if (kind === "refuse") return draft.reasons.length > 0 || draft.words.trim() !== "";
  if (kind === "approve") return rowFault(reviewed, draft) === null;
  const filled = draft.missing.filter(({ item, words: how }) => item.trim() || how.trim());
  return filled.length > 0 && filled.every(({ item, words: how }) => item.trim() && how.trim());
}

/** What is missing about the rows that aren't confirmed; null where nothing is. */
function rowFault({ firstApprovalBy }: ReviewedCase, { rows }: DecisionDraft): string | null {
  if (firstApprovalBy !== null) return null;
  const bare = rows.filter((row) => !isReasoned(row));
  return bare.length > 0 ? words.rows.bare(bare.map(({ line }) => line)) : null;
}

function Approve({ draft, reviewed, onChange }: DecisionFormProps): ReactNode {
  const { movesFen, needsSecondApproval, firstApprovalBy } = reviewed;
  const isFirst = needsSecondApproval && !firstApprovalBy;
  const refused = firstApprovalBy === null ? draft.rows : reviewed.refusedRows;
  const fault = rowFault(reviewed, draft);
  return (
    <>
      {refused.length > 0 ? <p>{words.rows.toRefuse(refused.length)}</p> : null}
      {fault ? (
        <p role="alert" className="text-refusal">
          {fault}
        </p>
      ) : null}
      {isFirst ? <p>{words.decision.approveSecond}</p> : null}
      {!isFirst && movesFen !== null ? (
        <p>
          {words.decision.approveMoves} <Money fen={movesFen} isStrong />。
        </p>
      ) : null}
      {movesFen === null ? <p>{words.decision.approvePlain}</p> : null}
      <FieldMark name="words">
        <TextField
          label={words.decision.opinion}
          help={words.decision.opinionHelp}
          isLong
          maxLength={1000}
          value={draft.words}
          onChange={(text) => onChange({ ...draft, words: text })}
        />
      </FieldMark>
    </>
  );
}

type RefuseProps = DecisionFormProps & { readonly isTried: boolean };

function Refuse({ draft, reviewed, isTried, onChange }: RefuseProps) {
  const isWithReason = draft.reasons.length > 0 || draft.words.trim() !== "";
  const fault = isTried && !isWithReason ? { error: words.decision.needReason } : {};
  return (
    <>
      {reviewed.refusalReasons.length > 0 ? (
        <FieldMark name="reasons">
          <CheckboxGroupField
            label={words.decision.reasons}
            help={words.decision.reasonsHelp}
            isRequired
            value={draft.reasons}
            onChange={(reasons) => onChange({ ...draft, reasons })}
            options={reviewed.refusalReasons.map((reason) => ({ value: reason, label: reason }))}
            {...fault}
          />
        </FieldMark>
      ) : null}
      <FieldMark name="words">
        <TextField
          label={words.decision.refuseWords}
          help={words.decision.refuseWordsHelp}
          isLong
          maxLength={1000}
          value={draft.words}
          onChange={(text) => onChange({ ...draft, words: text })}
          {...(reviewed.refusalReasons.length === 0 ? fault : {})}
        />
      </FieldMark>
    </>
  );
}
