import { type Day, day } from "./dates.ts";
import { type Fen, parseYuan } from "./fen.ts";

/** What the counter enters, or another office sends, to complete a stage that waited for it. */
export interface AnswerField {
  readonly key: string;
  readonly label: string;
  readonly kind: "text" | "money" | "day" | "count";
  readonly help?: string;
  /** The text is a number by which facts are found: kept in capitals and without blanks. */
  readonly isLookup?: true;
}

export type AnswerValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "money"; readonly fen: Fen }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "count"; readonly count: number };

export type Answer = Readonly<Record<string, AnswerValue>>;

export interface AnswerFault {
  readonly key: string;
  readonly message: string;
}

const LONGEST_TEXT = 200;

/** Reads what was entered, field by field: every field is needed, and nothing else is taken. */
export function readAnswer(
  fields: readonly AnswerField[],
  entered: Readonly<Record<string, string>>,
): { readonly answer: Answer } | { readonly faults: readonly AnswerFault[] } {
  const values = fields.map(
    (field) => [field.key, readField(field, entered[field.key] ?? "")] as const,
  );
  const faults = values.flatMap(([key, value]) =>
    typeof value === "string" ? [{ key, message: value }] : [],
  );
  if (faults.length > 0) return { faults };
  return { answer: Object.fromEntries(values) as Answer };
}

/** The value, or a sentence about what is wrong with it. */
function readField({ label, kind, isLookup }: AnswerField, entered: string): AnswerValue | string {
  const text = isLookup ? asNumber(entered) : entered.trim();
  if (text === "") return `请填写${label}。`;
  switch (kind) {
    case "text":
      return text.length <= LONGEST_TEXT ? { kind, text } : `${label}最多 ${LONGEST_TEXT} 个字。`;
    case "money": {
      const fen = parseYuan(text);
      return fen === null
        ? `${label}请填金额，单位元，最多两位小数，例如 1234.50。`
        : { kind, fen };
    }
    case "day": {
      const read = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : null;
      return read ? { kind, day: read } : `${label}请按 2026-03-18 的格式填写。`;
    }
    case "count":
      return /^\d{1,4}$/.test(text) ? { kind, count: Number(text) } : `${label}请填整数，例如 36。`;
  }
}

/** A number of letters and digits as it is compared, however it was typed. */
const asNumber = (typed: string): string =>
  typed.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();

/** The numbers in an answer by which facts are found. */
export function lookupsIn(fields: readonly AnswerField[], answer: Answer): readonly string[] {
  return fields.flatMap(({ key, isLookup }) => (isLookup ? [textIn(answer, key)] : []));
}

function parseDay(text: string): Day | null {
  try {
    return day(text);
  } catch {
    return null;
  }
}

const missing = (key: string): never => {
  throw new Error(`the stage's answer has no such field: ${key}`);
};

export function textIn(answer: Answer, key: string): string {
  const value = answer[key];
  return value?.kind === "text" ? value.text : missing(key);
}

export function moneyIn(answer: Answer, key: string): Fen {
  const value = answer[key];
  return value?.kind === "money" ? value.fen : missing(key);
}

export function dayIn(answer: Answer, key: string): Day {
  const value = answer[key];
  return value?.kind === "day" ? value.day : missing(key);
}

export function countIn(answer: Answer, key: string): number {
  const value = answer[key];
  return value?.kind === "count" ? value.count : missing(key);
}
