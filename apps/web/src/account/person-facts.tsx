import type { AccountJson } from "@hall/contracts/services/participation-certificate";
import { Card } from "@hall/ui/card";
import { dateText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { words } from "./words.ts";

/** Who, in which scheme, with which unit. */
export function PersonFacts({ person }: Pick<AccountJson, "person">) {
  return (
    <Card title={words.person}>
      <KeyValue
        items={[
          { label: words.name, value: person.name },
          { label: words.personalNumber, value: person.personalNumber },
          { label: words.identity, value: person.maskedIdentityNumber },
          { label: words.scheme, value: person.schemeName },
          {
            label: words.status,
            value: person.statusName,
            note: words.since(dateText(person.statusSince)),
          },
          { label: words.unit, value: person.unitName ?? words.noUnit },
        ]}
      />
    </Card>
  );
}
