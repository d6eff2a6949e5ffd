import { type DraftRow, isDraftRow } from "./row-draft.ts";

/** What a reviewer has typed and not sent. */
export interface DecisionDraft {
  readonly kind: "approve" | "refuse" | "ask" | null;
  readonly reasons: readonly string[];
  readonly words: string;
  readonly missing: readonly MissingItem[];
  /** Rows of a list that aren't to be confirmed. */
  readonly rows: readonly DraftRow[];
}

export interface MissingItem {
  readonly item: string;
  readonly words: string;
}

export const emptyItem: MissingItem = { item: "", words: "" };
export const emptyDraft: DecisionDraft = {
  kind: null,
  reasons: [],
  words: "",
  missing: [emptyItem],
  rows: [],
};

/** Whether anything would be lost. */
export function isTyped({ reasons, words, missing, rows }: DecisionDraft): boolean {
  return (
    reasons.length > 0 ||
    rows.length > 0 ||
    words.trim() !== "" ||
    missing.some(({ item, words: how }) => item.trim() !== "" || how.trim() !== "")
  );
}

/** What is sent: only what belongs to the kind, and no empty lines. */
export function bodyOf(draft: DecisionDraft, kind: "approve" | "refuse" | "ask", version: number) {
  return {
    kind,
    version,
    words: draft.words.trim(),
    reasons: kind === "refuse" ? [...draft.reasons] : [],
    rows:
      kind === "approve"
        ? draft.rows.map(({ line, reasons, words }) => ({
            line,
            reasons: [...reasons],
            words: words.trim(),
          }))
        : [],
    missing:
      kind === "ask"
        ? draft.missing
            .map(({ item, words }) => ({ item: item.trim(), words: words.trim() }))
            .filter(({ item, words }) => item !== "" || words !== "")
        : [],
  };
}

/** A draft as it was kept in the browser; null for anything else. */
export function parseDraft(kept: unknown): DecisionDraft | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { kind, reasons, words, missing, rows } = { ...emptyDraft, ...kept };
  const isKind = kind === null || kind === "approve" || kind === "refuse" || kind === "ask";
  if (!isKind || typeof words !== "string" || !Array.isArray(reasons)) return null;
  if (!Array.isArray(missing) || !missing.every(isItem)) return null;
  if (!Array.isArray(rows) || !rows.every(isDraftRow)) return null;
  return { kind, words, reasons: reasons.map(String), missing, rows };
}

function isItem(value: unknown): value is MissingItem {
  return (
    typeof value === "object" &&
    value !== null &&
    "item" in value &&
    typeof value.item === "string" &&
    "words" in value &&
    typeof value.words === "string"
  );
}
