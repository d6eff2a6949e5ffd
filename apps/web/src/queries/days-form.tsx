import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { words as uiWords } from "@hall/ui/words";
import { type FormEvent, type ReactNode, useState } from "react";

type AskedDay<Name extends string> = {
  readonly name: Name;
  readonly label: string;
  readonly help?: string;
};

type DaysFormProps<Name extends string> = {
  readonly days: readonly AskedDay<Name>[];
  readonly start: Readonly<Record<Name, string>>;
  readonly ask: string;
  readonly asking: string;
  readonly icon: ReactNode;
  readonly isPending: boolean;
  readonly onAsk: (days: Readonly<Record<Name, string>>) => void;
};

/** Asks for one day or more. What is wrong between them the rules say, in their words. */
export function DaysForm<Name extends string>(props: DaysFormProps<Name>) {
  const { days, start, ask, asking, icon, isPending, onAsk } = props;
  const [typed, setTyped] = useState(start);
  const [isTried, setTried] = useState(false);
  const read = new Map(days.map(({ name }) => [name, parseDay(typed[name])]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ([...read.values()].every(Boolean)) onAsk(Object.fromEntries(read) as Record<Name, string>);
  };
  const isHelped = days.some(({ help }) => help);
  return (
    <form onSubmit={submit} noValidate className="print:hidden">
      <div className="flex flex-wrap items-start gap-4">
        {days.map(({ name, label, help }) => (
          <div key={name} className={isHelped ? "w-full sm:w-64" : "w-full sm:w-56"}>
            <DateField
              label={label}
              {...(help ? { help } : {})}
              name={name}
              isRequired
              value={typed[name]}
              onChange={(value) => setTyped({ ...typed, [name]: value })}
              {...(isTried && !read.get(name) ? { error: uiWords.field.date } : {})}
            />
          </div>
        ))}
        {/* Beside the boxes and not at the foot: a fault under one must not move it away. */}
        <div className={isHelped ? "sm:pt-[3.55rem]" : "sm:pt-8"}>
          <Button
            type="submit"
            variant="primary"
            icon={icon}
            isPending={isPending}
            pendingText={asking}
          >
            {ask}
          </Button>
        </div>
      </div>
    </form>
  );
}
