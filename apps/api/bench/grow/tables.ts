import { applicationNumber } from "@hall/domain/check-digits";
import { day, month } from "@hall/domain/dates";
import { toStored } from "@hall/domain/stored-json";
import { RULES_VERSION } from "../../src/cases/case-parts.ts";
import type { Cipher } from "../../src/store/cipher.ts";
import type { Cell } from "./copy.ts";
import { type GrownPerson, idOf } from "./person.ts";

/** What the rows are made with; everything in it is the same for all people. */
export interface Soil {
  readonly seed: number;
  readonly cipher: Cipher;
  /**
   * One hash of the demo's password for all of them. A hash each would take hours, and sign-in
   * reads this one like any other.
   */
  readonly passwordHash: string;
}

/** Rows of a table that some people have. */
export interface GrownTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: (person: GrownPerson, soil: Soil) => readonly (readonly Cell[])[];
}

const PEOPLE_IN_UNIT = 500;
export const unitIndexOf = (index: number): number => Math.ceil(index / PEOPLE_IN_UNIT);
const FILED_ON = day("2025-06-10");
const FILED_AT = "2025-06-10 10:00:00+08";
const PLAN = { packageCode: "pension-medical", tierCode: "t2" };
const PLAN_MONTH = "2025-07";

export const caseNumberOf = (index: number): string =>
  applicationNumber(FILED_ON, String(index).padStart(8, "0"));
/** Housing accounts have ten digits. */
export const accountOf = (index: number): string => `81${String(index).padStart(8, "0")}`;
export const loanOf = (index: number): string => `GD1${String(index).padStart(7, "0")}`;
export const BASE_FEN = 520_000;

const when = (has: boolean, ...rows: readonly (readonly Cell[])[]) => (has ? rows : []);

const people: readonly GrownTable[] = [
  {
    table: "subject",
    columns: ["id", "kind"],
    rows: ({ id }) => [[id, "person"]],
  },
  {
    table: "person",
    columns: [
      ...["id", "personal_number", "name", "identity_cipher", "identity_hash", "sex", "birth_date"],
      ...["scheme", "status", "status_since", "household_region", "household_kind"],
      ...["household_address", "mobile_cipher", "women_retire_at"],
    ],
    rows: (person, { cipher }) => [
      [
        ...[person.id, person.personalNumber, person.name, cipher.seal(person.identityNumber)],
        ...[cipher.lookup(person.identityNumber), person.sex, person.birthDate],
        ...[person.isFlexible ? "flexible" : "enterprise-b", "normal", "2025-03-01", "320571"],
        ...["urban", "苏州工业园区", cipher.seal(person.mobile), 50],
      ],
    ],
  },
  {
    table: "credential",
    columns: ["owner_id", "owner_kind", "password_hash", "must_change"],
    rows: ({ id }, { passwordHash }) => [[id, "person", passwordHash, false]],
  },
  {
    table: "employment",
    columns: ["id", "person_id", "unit_id", "from_month"],
    rows: ({ id, index, isFlexible }, { seed }) => {
      const unit = idOf(seed, "unit", unitIndexOf(index));
      return when(!isFlexible, [idOf(seed, "employment", index), id, unit, "2025-03-01"]);
    },
  },
  {
    table: "flex_plan",
    columns: [
      ...["id", "person_id", "effective_month", "package_code", "tier_code"],
      ...["application_number", "recorded_at"],
    ],
    rows: ({ id, index, isFlexible, hasCase }, { seed }) =>
      when(isFlexible, [
        ...[idOf(seed, "plan", index), id, `${PLAN_MONTH}-01`, PLAN.packageCode, PLAN.tierCode],
        ...[hasCase ? caseNumberOf(index) : null, FILED_AT],
      ]),
  },
  {
    table: "payout_account",
    columns: ["person_id", "kind", "bank", "number_cipher", "masked_number", "verified"],
    rows: ({ id, index, hasAccount }, { cipher }) => {
      const digits = String(index).padStart(10, "0");
      const masked = `622202 **** ${digits.slice(-4)}`;
      const number = cipher.seal(`622202000${digits}`);
      return when(hasAccount, [id, "citizen-card", "工商银行", number, masked, true]);
    },
  },
];

const cases: readonly GrownTable[] = [
  {
    table: "application",
    columns: [
      ...["number", "service", "subject_id", "filed_by", "filed_by_name", "channel", "object"],
      ...["state", "stage", "record", "findings", "policy", "rules_version", "submitted_at"],
      "finished_at",
    ],
    rows: (person, soil) =>
      when(person.hasCase, [
        ...[caseNumberOf(person.index), "flex-plan-change", person.id, person.id, person.name],
        ...["online", "", "done", 0, sealedRecord(person, soil), "[]", "[]", RULES_VERSION],
        ...[FILED_AT, FILED_AT],
      ]),
  },
  {
    table: "case_step",
    columns: [
      ...["application_number", "no", "event", "state", "actor_kind", "actor_id"],
      ...["actor_label", "at"],
    ],
    rows: ({ id, index, hasCase }) => {
      const number = caseNumberOf(index);
      return when(
        hasCase,
        [number, 1, "submit", "submitted", "person", id, "本人", FILED_AT],
        [number, 2, "finish", "done", "system", null, "系统", FILED_AT],
      );
    },
  },
  {
    table: "message",
    columns: [
      ...["id", "subject_id", "application_number", "channel", "title", "body", "state"],
      "created_at",
    ],
    rows: ({ id, index, hasCase }) => {
      const number = caseNumberOf(index);
      const body = `您的办件${number}已办结。`;
      return when(hasCase, [
        ...[`${number}:0:0:changed:inbox`, id, number, "inbox", "办件已办结", body],
        ...["delivered", FILED_AT],
      ]);
    },
  },
  {
    table: "audit_event",
    columns: ["at", "actor_kind", "actor_id", "action", "subject_id", "reference", "detail"],
    rows: ({ id, index, hasCase }) => {
      const detail = '{"service": "flex-plan-change"}';
      const number = caseNumberOf(index);
      return when(hasCase, [FILED_AT, "person", id, "case.submit", id, number, detail]);
    },
  },
];

const money: readonly GrownTable[] = [
  {
    table: "housing_account",
    columns: [
      ...["number", "person_id", "kind", "status", "opened_on", "base_fen"],
      "interest_up_to",
    ],
    rows: ({ id, index, hasAccount }) =>
      when(hasAccount, [
        ...[accountOf(index), id, "general", "normal", "2025-03-01", BASE_FEN],
        "2025-06-30",
      ]),
  },
  {
    table: "ledger_account",
    columns: ["id", "kind"],
    rows: ({ index, hasAccount }) => when(hasAccount, [`housing:${accountOf(index)}`, "customer"]),
  },
  {
    table: "loan",
    columns: [
      ...["number", "bank", "kind", "property", "principal_fen", "term_months", "method"],
      ...["home", "paid_out_on", "first_due_on"],
    ],
    rows: ({ index, hasLoan }) =>
      when(hasLoan, [
        ...[loanOf(index), "工商银行", "housing-fund", "苏州工业园区样例花园1幢101室"],
        ...[60_000_000, 240, "equal-principal", "first", "2024-02-20", "2024-03-20"],
      ]),
  },
  {
    table: "loan_party",
    columns: ["person_id", "loan_number", "role"],
    rows: ({ id, index, hasLoan }) => when(hasLoan, [id, loanOf(index), "main"]),
  },
];

export const grownTables: readonly GrownTable[] = [...people, ...cases, ...money];

/** Input and facts as a case keeps them, sealed as the app seals them. */
function sealedRecord(person: GrownPerson, { cipher }: Soil): Uint8Array {
  const participant = {
    personalNumber: person.personalNumber,
    name: person.name,
    identityNumber: person.identityNumber,
    sex: person.sex,
    birthDate: day(person.birthDate),
    scheme: "flexible",
    status: "normal",
    statusSince: month("2025-03"),
    unit: null,
    household: { region: "320571", kind: "urban", address: "苏州工业园区" },
    mobile: person.mobile,
    womenRetireAt: 50,
  };
  const facts = { participant, flexPlans: [] };
  return cipher.seal(JSON.stringify(toStored({ input: PLAN, facts })));
}
