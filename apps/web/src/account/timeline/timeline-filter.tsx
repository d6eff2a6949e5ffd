import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { TextField } from "@hall/ui/text-field";
import { words as uiWords } from "@hall/ui/words";
import { CalendarRange, Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { words } from "./words.ts";

export type Kind = keyof typeof words.kinds;

export interface Asked {
  readonly kind: Kind;
  readonly q: string;
  /** Days, or empty. */
  readonly from: string;
  readonly until: string;
}

const kinds = Object.keys(words.kinds) as Kind[];
export const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text);

type TimelineFilterProps = {
  readonly asked: Asked;
  readonly isPending: boolean;
  readonly onAsk: (asked: Asked) => void;
};

/** By kind with one press; by words, and by days for who opens them. */
export function TimelineFilter({ asked, isPending, onAsk }: TimelineFilterProps) {
  const [typed, setTyped] = useState(asked);
  // Back, or a link to all: what is asked then stands in the boxes, which keep the focus.
  const address = JSON.stringify(asked);
  const [shown, setShown] = useState(address);
  if (shown !== address) {
    setShown(address);
    setTyped(asked);
  }
  const [isTried, setTried] = useState(false);
  const [hasSpan, setSpan] = useState(asked.from !== "" || asked.until !== "");
  const faults = faultsOf(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const { kind, q } = typed;
    onAsk({
      kind,
      q: q.trim(),
      from: parseDay(typed.from) ?? "",
      until: parseDay(typed.until) ?? "",
    });
  };
  const fault = (end: "from" | "until") => {
    const message = faults[end];
    return isTried && message ? { error: message } : {};
  };
  return (
    <div className="print:hidden">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{words.filter}</legend>
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            variant={kind === asked.kind ? "primary" : "secondary"}
            aria-pressed={kind === asked.kind}
            onPress={() => onAsk({ ...asked, q: typed.q.trim(), kind })}
          >
            {words.kinds[kind]}
          </Button>
        ))}
      </fieldset>
      <form onSubmit={submit} noValidate className="mt-4">
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-full min-w-0 sm:w-[30rem]">
            <TextField
              label={words.search}
              help={words.searchHelp}
              type="search"
              maxLength={60}
              value={typed.q}
              onChange={(q) => setTyped({ ...typed, q })}
            />
          </div>
          <Button
            type="submit"
            variant="primary"
            icon={<Search />}
            isPending={isPending}
            pendingText={words.finding}
          >
            {words.find}
          </Button>
          {hasSpan ? null : (
            <Button icon={<CalendarRange />} onPress={() => setSpan(true)}>
              {words.span}
            </Button>
          )}
        </div>
        {hasSpan ? (
          <div className="mt-3 flex flex-wrap items-start gap-4">
            {(["from", "until"] as const).map((end) => (
              <div key={end} className="w-full sm:w-56">
                <DateField
                  label={words[end]}
                  value={typed[end]}
                  onChange={(value) => setTyped({ ...typed, [end]: value })}
                  {...fault(end)}
                />
              </div>
            ))}
          </div>
        ) : null}
      </form>
    </div>
  );
}

function faultsOf({ from, until }: Asked): { from?: string; until?: string } {
  const first = parseDay(from);
  const last = parseDay(until);
  if (from && !first) return { from: uiWords.field.date };
  if (until && !last) return { until: uiWords.field.date };
  return first && last && first > last ? { from: words.wrongSpan } : {};
}
