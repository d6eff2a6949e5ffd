import { auditActionNames } from "@hall/contracts/backoffice/audit-actions";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { SelectField } from "@hall/ui/select-field";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { words } from "./words.ts";

const fields = ["actor", "subject", "reference"] as const;
const days = ["from", "to"] as const;
type Name = (typeof fields)[number] | (typeof days)[number] | "action";

const helps: Readonly<Record<(typeof fields)[number], string>> = {
  actor: words.actorHelp,
  subject: words.subjectHelp,
  reference: words.referenceHelp,
};

export type AuditQuery = Readonly<Partial<Record<Name, string>>>;

/** What an address asks of the log. */
export function queryOf(search: URLSearchParams): AuditQuery {
  return Object.fromEntries(
    [...fields, ...days, "action"].flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

const ANY = "any";
const actions = [
  { value: ANY, label: words.anyAction },
  ...Object.entries(auditActionNames).map(([value, label]) => ({ value, label })),
];

type FiltersProps = {
  readonly search: URLSearchParams;
  readonly onFind: (next: Record<string, string>) => void;
};

/** Who, whom, what and when; nothing is asked for before the button or Enter. */
export function AuditFilters({ search, onFind }: FiltersProps) {
  const [typed, setTyped] = useState<Readonly<Record<Name, string>>>(() => {
    const of = (name: Name) => search.get(name) ?? "";
    return {
      actor: of("actor"),
      subject: of("subject"),
      reference: of("reference"),
      action: of("action"),
      from: of("from"),
      to: of("to"),
    };
  });
  const set = (name: Name) => (value: string) => setTyped({ ...typed, [name]: value });
  const [isTried, setTried] = useState(false);
  const isWrong = (day: string) => day.trim() !== "" && !parseDay(day);
  const find = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (days.some((name) => isWrong(typed[name]))) return;
    const dated = { ...typed, from: parseDay(typed.from) ?? "", to: parseDay(typed.to) ?? "" };
    const filled = Object.entries(dated).map(([name, value]) => [name, value.trim()] as const);
    onFind(Object.fromEntries(filled.filter(([, value]) => value !== "")));
  };
  return (
    <search className="mb-6 block">
      <form
        onSubmit={find}
        noValidate
        aria-label={words.filters}
        className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3"
      >
        {fields.map((name) => (
          <TextField
            key={name}
            label={words[name]}
            help={helps[name]}
            value={typed[name]}
            onChange={set(name)}
          />
        ))}
        <SelectField
          label={words.action}
          isRequired
          value={typed.action || ANY}
          onChange={(action) => set("action")(action === ANY ? "" : action)}
          options={actions}
        />
        {days.map((name) => (
          <DateField
            key={name}
            label={words[name]}
            value={typed[name]}
            onChange={set(name)}
            {...(isTried && isWrong(typed[name]) ? { error: words.wrongDay } : {})}
          />
        ))}
        <div className="flex gap-2">
          <Button type="submit" variant="primary">
            {words.find}
          </Button>
          {search.size > 0 ? (
            <Button variant="quiet" onPress={() => onFind({})}>
              {words.clear}
            </Button>
          ) : null}
        </div>
      </form>
    </search>
  );
}
