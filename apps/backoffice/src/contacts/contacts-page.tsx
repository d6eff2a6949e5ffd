import { getContacts } from "@hall/contracts/backoffice/contacts";
import { Button } from "@hall/ui/button";
import { instantText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { TextField } from "@hall/ui/text-field";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { ChangeForm } from "./change-form.tsx";
import { EndSignIns } from "./end-sign-ins.tsx";
import { words } from "./words.ts";

const NUMBER = /^P\d{7}$/;

/** Finds a person and changes phone or card, while they stand at the counter (XPL-13). */
export function ContactsPage() {
  const [search, setSearch] = useSearchParams();
  const person = search.get("person") ?? "";
  return (
    <>
      <StaffHeader title={words.title} lead={words.lead} />
      <Stack gap="medium">
        <FindForm
          key={person}
          person={person}
          onFind={(value) => setSearch(value ? { person: value } : {}, { replace: true })}
        />
        {NUMBER.test(person) ? (
          <Contacts key={person} personalNumber={person} />
        ) : person ? (
          <Notice tone="warning">{words.none}</Notice>
        ) : null}
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

function Contacts({ personalNumber }: { personalNumber: string }) {
  const [isDone, setDone] = useState(false);
  const contacts = useAnswer(getContacts, { params: { personalNumber } });
  return (
    <Awaited of={contacts} skeleton={{ shape: "card", count: 2 }}>
      {({ mobile, accounts, heldUntil }) => (
        <Stack gap="medium">
          {isDone ? (
            <Notice tone="success" isLive>
              {words.done}
            </Notice>
          ) : null}
          <Section title={words.on}>
            <KeyValue
              items={[
                { label: words.personalNumber, value: personalNumber },
                { label: words.mobile, value: mobile ?? words.noMobile },
                ...accounts.map(({ kindName, bank, maskedNumber, verified }) => ({
                  label: kindName,
                  value: `${bank} ${maskedNumber}`,
                  note: verified ? words.verified : words.unverified,
                })),
              ]}
            />
            {heldUntil ? (
              <Notice tone="warning">{words.held(instantText(heldUntil))}</Notice>
            ) : null}
          </Section>
          <Section title={words.change}>
            <ChangeForm personalNumber={personalNumber} onDone={() => setDone(true)} />
          </Section>
          <Section title={words.signIns.title}>
            <EndSignIns personalNumber={personalNumber} />
          </Section>
        </Stack>
      )}
    </Awaited>
  );
}
