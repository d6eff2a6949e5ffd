import type { Day } from "./dates.ts";

/**
 * The building blocks of a paper. A new paper is a header and a list of these: data, not code.
 * All texts are final Chinese texts: amounts and dates are formatted by whoever writes the paper.
 * Everything is plain JSON, because it is stored before it is rendered.
 */
export type Section =
  | ParagraphsSection
  | FactsSection
  | TableSection
  | NotesSection
  | EmphasisSection
  | SignaturesSection;

interface Headed {
  /** Small bold line above the block, e.g. 一、办理信息. */
  readonly heading?: string;
}

/** Running text, justified, first line indented by two characters. */
export interface ParagraphsSection extends Headed {
  readonly type: "paragraphs";
  readonly paragraphs: readonly string[];
  /** Set to false for a salutation such as 某某中心： that starts at the margin. */
  readonly indent?: boolean;
}

export interface PaperFact {
  readonly label: string;
  /** May be empty: a ruled box to be filled in by hand. */
  readonly value: string;
  /** Takes the whole width in a two-column block. */
  readonly wide?: boolean;
}

/** Ruled boxes of label and value. */
export interface FactsSection extends Headed {
  readonly type: "facts";
  readonly facts: readonly PaperFact[];
  /** Pairs of label and value side by side; default 2. */
  readonly columns?: 1 | 2;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns of the table. */
  readonly weight: number;
  /** Default `center`; sums are set `right`. */
  readonly align?: "left" | "center" | "right";
  /** Draws equal values of neighbouring rows once, as one high cell. */
  readonly merge?: boolean;
}

/** Ruled table; its head is repeated on each page. Tens of thousands of rows are fine. */
export interface TableSection extends Headed {
  readonly type: "table";
  readonly columns: readonly TableColumn[];
  /** One text for each column. */
  readonly rows: readonly (readonly string[])[];
  /** Rows set in bold after the others, one text for each column. */
  readonly totals?: readonly (readonly string[])[];
  /** Smaller type and lower rows; default `normal`. */
  readonly density?: "normal" | "dense";
}

/** Small print, numbered when there is more than one. */
export interface NotesSection extends Headed {
  readonly type: "notes";
  readonly notes: readonly string[];
}

/** A framed sentence that the reader must not miss, e.g. that an earlier paper is superseded. */
export interface EmphasisSection extends Headed {
  readonly type: "emphasis";
  readonly text: string;
}

/** Lines to be signed or stamped by hand, for forms. */
export interface SignaturesSection extends Headed {
  readonly type: "signatures";
  readonly lines: readonly string[];
}

/**
 * What an official paper says. Number, verification code, seal and signature are the centre's to
 * add when it is issued; they are no part of the decision.
 */
export interface Paper {
  /** Slug of the kind, such as `participation-certificate`. */
  readonly kind: string;
  readonly title: string;
  /** Whose name the public verification page shows, masked. */
  readonly holderName: string;
  readonly sections: readonly Section[];
  /** Small print at the end. */
  readonly notes: readonly string[];
  /** What the seal says under its star, where it isn't the centre's 业务专用章. */
  readonly sealPurpose?: string;
  /** Last day on which verification calls it valid; without one it stays valid. */
  readonly validUntil?: Day;
}
