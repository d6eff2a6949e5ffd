import type { GuideJson } from "@hall/contracts/directory";
import { KeyValue } from "@hall/ui/key-value";
import { Link } from "@hall/ui/link";
import { words } from "./words.ts";

/** Where the counter is, when it is open, and its numbers, which a phone calls at a touch. */
export const CounterFacts = ({ counter }: Pick<GuideJson, "counter">) => (
  <KeyValue
    items={[
      { label: words.guide.counterName, value: counter.name },
      { label: words.guide.address, value: counter.address },
      { label: words.guide.hours, value: counter.hours },
      { label: words.guide.phone, value: <Callable text={counter.phone} /> },
    ]}
  />
);

/** Numbers with their area code, such as 0512-62888222 and 12333; what stands around them stays. */
const NUMBER = /(\d{3,4}-\d{7,8}|\d{5,12})/;

function Callable({ text }: { readonly text: string }) {
  return text.split(NUMBER).map((part) =>
    NUMBER.test(part) ? (
      <Link key={part} href={`tel:${part.replaceAll("-", "")}`}>
        {part}
      </Link>
    ) : (
      part
    ),
  );
}
