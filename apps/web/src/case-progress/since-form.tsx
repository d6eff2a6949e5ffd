import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { words as uiWords } from "@hall/ui/words";
import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { words } from "./words.ts";

type SinceFormProps = {
  readonly since: string;
  readonly isPending: boolean;
  readonly onAsk: (day: string) => void;
};

/** First day of acceptance (CPQ-2); a day to come the rule refuses, in its words. */
export function SinceForm({ since, isPending, onAsk }: SinceFormProps) {
  const [typed, setTyped] = useState(since);
  const [isTried, setTried] = useState(false);
  const day = parseDay(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (day) onAsk(day);
  };
  return (
    <form onSubmit={submit} noValidate className="print:hidden">
      <div className="flex flex-wrap items-start gap-4">
        <div className="w-full sm:w-56">
          <DateField
            label={words.since}
            isRequired
            value={typed}
            onChange={setTyped}
            {...(isTried && !day ? { error: uiWords.field.date } : {})}
          />
        </div>
        {/* Beside the boxes and not at the foot: a fault under one must not move it away. */}
        <div className="sm:pt-8">
          <Button
            type="submit"
            variant="primary"
            icon={<Search />}
            isPending={isPending}
            pendingText={words.asking}
          >
            {words.ask}
          </Button>
        </div>
      </div>
    </form>
  );
}
