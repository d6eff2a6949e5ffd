import type { useAct } from "@hall/client/use-act";
import type { PolicyKeyJson, PolicyValueJson } from "@hall/contracts/backoffice/policy";
import { Button } from "@hall/ui/button";
import { dateText } from "@hall/ui/date-text";
import { ConfirmDialog } from "@hall/ui/dialog";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { heldBefore } from "./held-before.ts";
import { words } from "./words.ts";

/** What may be done with a value: out with the prepared one or away with it, or back with one that is released and not yet in force. */
export interface Asked {
  readonly kind: "release" | "discard" | "take-back";
  readonly value: PolicyValueJson;
}

type ValueActsProps = {
  readonly of: PolicyKeyJson;
  readonly value: PolicyValueJson;
  readonly isManager: boolean;
  readonly isTrying: boolean;
  readonly onTry: () => void;
  readonly onAsk: (kind: Asked["kind"]) => void;
};

const named = (act: string, { from, words: text }: PolicyValueJson) =>
  `${act}：${words.one.since(dateText(from))}${words.one.comma}${text}`;

/** The buttons of a value's row. */
export function ValueActs(props: ValueActsProps) {
  const { of, value, isManager, onAsk } = props;
  if (value.state === "prepared") return <PreparedActs {...props} />;
  if (!isManager || !mayTakeBack(of, value)) return null;
  return <ActButton kind="take-back" value={value} onAsk={onAsk} />;
}

const actNames = {
  release: words.one.release,
  discard: words.one.discard,
  "take-back": words.one.takeBack,
} as const;

type ActButtonProps = Asked & Pick<ValueActsProps, "onAsk">;

function ActButton({ kind, value, onAsk }: ActButtonProps) {
  return (
    <Button
      size="small"
      variant={kind === "release" ? "primary" : "quiet"}
      aria-label={named(actNames[kind], value)}
      onPress={() => onAsk(kind)}
    >
      {actNames[kind]}
    </Button>
  );
}

/** Released and not yet in force, with something to go on with, and nobody at it already. */
export function mayTakeBack(of: PolicyKeyJson, value: PolicyValueJson): boolean {
  const isPrepared = of.values.some(
    ({ state, from }) => state === "prepared" && from === value.from,
  );
  return value.state === "coming" && !isPrepared && heldBefore(of.values, value) !== null;
}

function PreparedActs({ value, isManager, isTrying, onTry, onAsk }: ValueActsProps) {
  return (
    <>
      <Button
        size="small"
        aria-label={named(words.one.trial, value)}
        isPending={isTrying}
        pendingText={words.one.trying}
        onPress={onTry}
      >
        {words.one.trial}
      </Button>
      {isManager && !value.isMine ? <ActButton kind="release" value={value} onAsk={onAsk} /> : null}
      {isManager ? <ActButton kind="discard" value={value} onAsk={onAsk} /> : null}
    </>
  );
}

type MoveDialogProps = {
  readonly of: PolicyKeyJson;
  readonly asked: Asked | null;
  readonly move: Pick<ReturnType<typeof useAct>, "isPending" | "problem"> & {
    readonly run: (asked: Asked) => Promise<void>;
  };
  readonly onCancel: () => void;
};

const dialogs = {
  release: words.one.releaseDialog,
  discard: words.one.discardDialog,
  "take-back": words.one.takeBackDialog,
} as const;

/** Asks before a value is released, discarded or taken back, and says what comes of it. */
export function MoveDialog({ of, asked, move, onCancel }: MoveDialogProps) {
  const { title, confirm, pending } = dialogs[asked?.kind ?? "release"];
  return (
    <ConfirmDialog
      title={title}
      isOpen={asked !== null}
      isDanger={asked?.kind === "discard"}
      consequence={asked ? consequenceOf(of, asked) : ""}
      confirmText={confirm}
      pendingText={pending}
      isPending={move.isPending}
      onConfirm={() => {
        if (asked) void move.run(asked);
      }}
      onCancel={onCancel}
    >
      {move.problem ? <ProblemNotice problem={move.problem} takesFocus /> : null}
      <p>{asked?.value.words}</p>
    </ConfirmDialog>
  );
}

function consequenceOf({ values }: PolicyKeyJson, { kind, value }: Asked): string {
  if (kind === "release") return words.one.releaseConsequence(dateText(value.from));
  if (kind === "discard") return words.one.discardConsequence;
  return words.one.takeBackConsequence(
    dateText(value.from),
    heldBefore(values, value)?.words ?? "",
  );
}
