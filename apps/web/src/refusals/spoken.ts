import type { FindingJson } from "@hall/contracts/findings";
import { dateText } from "@hall/ui/date-text";

/** A refusal as one would say it at the counter, to be read aloud. */
export function spokenOf({ message, words: claim, remedy, firstDay }: FindingJson): string {
  return [
    message,
    firstDay ? `最早可办的日子是${dateText(firstDay)}。` : "",
    remedy ? `怎样才能办：${remedy.text}` : "",
    `规则是：${claim}。`,
  ]
    .filter(Boolean)
    .join("\n");
}
