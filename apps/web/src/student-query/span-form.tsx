import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { words as uiWords } from "@hall/ui/words";
import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Span } from "./student-query-page.tsx";
import { words } from "./words.ts";

type SpanFormProps = {
  readonly span: Span;
  readonly isPending: boolean;
  readonly onAsk: (span: Span) => void;
};

/** First and last day of enrolment. What is wrong between them the rules say, in their words. */
export function SpanForm({ span, isPending, onAsk }: SpanFormProps) {
  const [typed, setTyped] = useState(span);
  const [isTried, setTried] = useState(false);
  const start = parseDay(typed.start);
  const end = parseDay(typed.end);
  const fault = (day: string | undefined) => (isTried && !day ? { error: uiWords.field.date } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (start && end) onAsk({ start, end });
  };
  return (
    <form onSubmit={submit} noValidate className="print:hidden">
      <div className="flex flex-wrap items-start gap-4">
        <div className="w-full sm:w-56">
          <DateField
            label={words.start}
            isRequired
            value={typed.start}
            onChange={(value) => setTyped({ ...typed, start: value })}
            {...fault(start)}
          />
        </div>
        <div className="w-full sm:w-56">
          <DateField
            label={words.end}
            isRequired
            value={typed.end}
            onChange={(value) => setTyped({ ...typed, end: value })}
            {...fault(end)}
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
