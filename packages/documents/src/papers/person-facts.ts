import type { PersonLine } from "../content.ts";
import type { Fact } from "../sections.ts";

/** Who the paper is about, for a block of facts. */
export function personFacts(person: PersonLine): readonly Fact[] {
  return [
    { label: "姓名", value: person.name },
    { label: "个人编号", value: person.personalNumber },
    { label: "证件号码", value: person.maskedIdentityNumber },
  ];
}
