import type { Sql } from "../../store/database.ts";
import { caseSections } from "./case-sections.ts";
import { recordSections } from "./record-sections.ts";
import { traceSections } from "./trace-sections.ts";

/** How a value is written for reading; in JSON it stays as it is. */
export type ColumnKind =
  | "text"
  | "fen"
  | "day"
  | "month"
  | "instant"
  /** Encrypted in the database; here it is the person's own, and whole. */
  | "sealed"
  /** Opened like `sealed`, and itself JSON: what a case was decided on. */
  | "record"
  | "json";

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Words for codes; one that has none is written as it is. */
  readonly names?: Readonly<Record<string, string>>;
  /** Only for the machine-readable part: too long for a table. */
  readonly isHidden?: boolean;
}

/** A kind of record that is held about a person, with all its rows. */
export interface Section {
  readonly name: string;
  readonly title: string;
  /** Tables whose rows about the person it brings. */
  readonly tables: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: (personId: string) => Sql;
}

/** All that is held about a person (AUD-3); a test compares it with the tables themselves. */
export const sections: readonly Section[] = [...recordSections, ...caseSections, ...traceSections];

/** What is about somebody and isn't given out, and why. */
export const withheld: Readonly<Record<string, string>> = {
  credential: "密码只保存不可还原的摘要",
  one_time_code: "一次性验证码只保存不可还原的摘要，用过即失效",
  idempotency_key: "防止重复提交的技术记录，内容就是当时给您的答复",
  subject: "只有一个技术用的版本号",
  staff: "中心工作人员名册，不属于办事记录",
  account_hold: "冻结记录随办件和账户给出",
};
