import { usePages } from "@hall/client/use-pages";
import { listCounterCases } from "@hall/contracts/backoffice/counter-cases";
import { Button } from "@hall/ui/button";
import { Stack } from "@hall/ui/layout";
import { Tabs } from "@hall/ui/tabs";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { CounterTable } from "./counter-table.tsx";
import { RegisterForm } from "./register-form.tsx";
import { words } from "./words.ts";

const views = ["open", "all"] as const;

/** Cases of the window: registering one, and those under way (CPQ-5). */
export function CounterPage() {
  const { roles } = useStaff();
  const [search, setSearch] = useSearchParams();
  const pages = usePages();
  const show = views.find((view) => view === search.get("show")) ?? "open";
  const person = search.get("person") ?? "";
  const cases = useAnswer(
    listCounterCases,
    {
      query: {
        show,
        ...(person ? { personalNumber: person } : {}),
        ...(pages.cursor ? { cursor: pages.cursor } : {}),
      },
    },
    { refetchInterval: 30_000, keeps: true },
  );
  const narrow = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    pages.first();
    setSearch(next, { replace: true });
  };
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Stack gap="medium">
        {roles.includes("counter") ? (
          <Section title={words.register} note={words.registerLead}>
            <RegisterForm />
          </Section>
        ) : null}
        <FindForm key={person} person={person} onFind={(value) => narrow("person", value)} />
        <Tabs
          label={words.views}
          selected={show}
          onSelect={(id) => narrow("show", id === "open" ? "" : id)}
          items={views.map((id) => ({
            id,
            title: words.view[id],
            content: <CounterTable cases={cases} pages={pages} />,
          }))}
        />
      </Stack>
    </>
  );
}

type FindFormProps = { readonly person: string; readonly onFind: (person: string) => void };

function FindForm({ person, onFind }: FindFormProps) {
  const [typed, setTyped] = useState(person);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed.trim().toUpperCase());
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-3">
      <div className="w-full sm:w-64">
        <TextField label={words.find} help={words.findHelp} value={typed} onChange={setTyped} />
      </div>
      <Button type="submit">{words.finding}</Button>
    </form>
  );
}
