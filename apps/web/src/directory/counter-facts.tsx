import type { GuideJson } from "@hall/contracts/directory";
import { KeyValue } from "@hall/ui/key-value";
import { PhoneNumbers } from "@hall/ui/phone-numbers";
import { words } from "./words.ts";

/** Where the counter is, when it is open, and its numbers, which a phone calls at a touch. */
export const CounterFacts = ({ counter }: Pick<GuideJson, "counter">) => (
  <KeyValue
    items={[
      { label: words.guide.counterName, value: counter.name },
      { label: words.guide.address, value: counter.address },
      { label: words.guide.hours, value: counter.hours },
      { label: words.guide.phone, value: <PhoneNumbers text={counter.phone} /> },
    ]}
  />
);
