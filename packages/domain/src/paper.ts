import type { Day } from "./dates.ts";
import type { Figure } from "./figures.ts";

/** A table on a paper; the cells are written as they are to be read. */
export interface PaperTable {
  readonly columns: readonly { readonly label: string; readonly align: "left" | "right" }[];
  readonly rows: readonly (readonly string[])[];
  readonly footer?: readonly string[];
}

export type PaperSection =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "figures"; readonly heading?: string; readonly figures: readonly Figure[] }
  | { readonly kind: "table"; readonly heading?: string; readonly table: PaperTable }
  | { readonly kind: "notes"; readonly items: readonly string[] };

/**
 * What an official paper says. Number, verification code, seal and signature are the centre's to
 * add when it is issued; they are no part of the decision.
 */
export interface Paper {
  readonly kind: string;
  readonly title: string;
  /** Whom it is about, in full: the paper is theirs. Public verification masks it. */
  readonly holder: { readonly name: string; readonly identityNumber?: string };
  readonly sections: readonly PaperSection[];
  /** Last day on which verification calls it valid; without one it stays valid. */
  readonly validUntil?: Day;
}
