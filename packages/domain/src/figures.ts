import type { Day, Month } from "./dates.ts";
import type { Fen } from "./fen.ts";

/** What a figure says; the kind decides how a page or a paper writes it. Money is in fen. */
export type FigureValue =
  | { readonly kind: "money"; readonly fen: Fen }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "month"; readonly month: Month }
  | { readonly kind: "count"; readonly count: number; readonly unit: string }
  | { readonly kind: "text"; readonly text: string }
  /** A page of somebody else's, by its full address. */
  | { readonly kind: "link"; readonly text: string; readonly href: string };

/**
 * One figure of a finding, a quote or a fact sheet.
 * `required` is what the rule asks for, `actual` what this person has, `gap` what is between them.
 */
export interface Figure {
  readonly role: "required" | "actual" | "gap" | "detail";
  readonly label: string;
  readonly value: FigureValue;
}

type Role = Figure["role"];

export const money = (label: string, amount: Fen, role: Role = "detail"): Figure => ({
  role,
  label,
  value: { kind: "money", fen: amount },
});

export const dayFigure = (label: string, day: Day, role: Role = "detail"): Figure => ({
  role,
  label,
  value: { kind: "day", day },
});

export const monthFigure = (label: string, month: Month, role: Role = "detail"): Figure => ({
  role,
  label,
  value: { kind: "month", month },
});

export const count = (label: string, n: number, unit: string, role: Role = "detail"): Figure => ({
  role,
  label,
  value: { kind: "count", count: n, unit },
});

/** A number of people or things as it is read in a sentence: 3,000. */
export const formatCount = (n: number): string => n.toLocaleString("en-US");

export const text = (label: string, words: string, role: Role = "detail"): Figure => ({
  role,
  label,
  value: { kind: "text", text: words },
});

export const link = (label: string, words: string, href: string): Figure => ({
  role: "detail",
  label,
  value: { kind: "link", text: words, href },
});
