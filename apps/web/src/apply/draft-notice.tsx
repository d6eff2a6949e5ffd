import { Button } from "@hall/ui/button";
import { instantText } from "@hall/ui/date-text";
import { Notice } from "@hall/ui/notice";
import type { DraftState } from "./use-draft.ts";
import { words } from "./words.ts";

type DraftNoticeProps = {
  readonly isRestored: boolean;
  /** Rules or prices changed since it was saved. */
  readonly isChanged: boolean;
  readonly state: DraftState;
  readonly onKeepMine: () => Promise<void>;
  readonly onDiscard: () => Promise<void>;
};

/** A draft came back, changed meanwhile, or was changed somewhere else. */
export function DraftNotice(props: DraftNoticeProps) {
  const { isRestored, isChanged, state, onKeepMine, onDiscard } = props;
  if (state.is === "conflict") {
    return (
      <Notice
        tone="warning"
        title={words.draft.conflict}
        isLive
        actions={
          <>
            <Button size="small" onPress={() => void onKeepMine()}>
              {words.draft.keepMine}
            </Button>
            <Button size="small" onPress={() => window.location.reload()}>
              {words.draft.takeOther}
            </Button>
          </>
        }
      />
    );
  }
  if (!isRestored) return null;
  return (
    <Notice
      tone={isChanged ? "warning" : "info"}
      title={words.draft.restored}
      actions={
        <Button size="small" onPress={() => void onDiscard()}>
          {words.draft.discard}
        </Button>
      }
    >
      {isChanged ? words.draft.changed : null}
    </Notice>
  );
}

/** Small and in its own place, so that nothing moves while it changes. */
export function DraftStatus({ state }: { readonly state: DraftState }) {
  const text = {
    idle: "",
    conflict: "",
    saving: words.draft.saving,
    failed: words.draft.failed,
    saved: state.is === "saved" ? words.draft.saved(instantText(state.at).slice(-5)) : "",
  }[state.is];
  return <p className="mt-3 min-h-[1.6em] text-note text-ink-faint print:hidden">{text}</p>;
}
