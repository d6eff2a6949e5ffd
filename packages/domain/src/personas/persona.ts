import type { Day } from "../dates.ts";
import type { FactTypes } from "../facts.ts";

/** Facts about a person, as opposed to those about a unit. */
export type PersonFacts = Omit<FactTypes, UnitFactName>;
export type UnitFactSet = Pick<FactTypes, UnitFactName>;
type UnitFactName = "unit" | "unitPermissions" | "school" | "studentRegister" | "insuredRegister";

/** A demo person: no one's identity number (county digits 99 aren't assigned), everyone's case. */
export interface PersonPersona {
  readonly kind: "person";
  /** What the person is there to show, for the list of demo people. */
  readonly shows: string;
  readonly facts: (day: Day) => PersonFacts;
}

export interface UnitPersona {
  readonly kind: "unit";
  readonly shows: string;
  readonly facts: (day: Day) => UnitFactSet;
}

export type Persona = PersonPersona | UnitPersona;

/** Nothing on record, to be spread over by what a persona has. */
export const nothingElse: Omit<PersonFacts, "participant"> = {
  flexPlans: [],
  contributions: [],
  housingAccount: null,
  legacyAccount: null,
  payoutAccounts: { citizenCard: null, boundCard: null },
  cardProduction: null,
  elsewhere: [],
  transferVouchers: [],
  housingLoan: null,
  counterCases: [],
  onlineCases: [],
  issuedPapers: [],
  separation: null,
  unemploymentElsewhere: [],
  benefitPlans: [],
  benefitMatters: [],
  bankSlips: [],
  housingFundsElsewhere: [],
  housingTransfersIn: [],
  remoteCare: [],
};

/** A clone with another number; `change` says what is different about it. */
export function cloneOf(
  original: PersonPersona,
  personalNumber: string,
  name: string,
  identityNumber: string,
  shows: string,
  change: (facts: PersonFacts, day: Day) => Partial<PersonFacts>,
): PersonPersona {
  return {
    kind: "person",
    shows,
    facts: (day) => {
      const facts = original.facts(day);
      const changed = { ...facts, ...change(facts, day) };
      return {
        ...changed,
        participant: { ...changed.participant, personalNumber, name, identityNumber },
      };
    },
  };
}
