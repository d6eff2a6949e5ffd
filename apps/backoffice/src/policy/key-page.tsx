import { listPolicy, type PolicyKeyJson } from "@hall/contracts/backoffice/policy";
import { Stack } from "@hall/ui/layout";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { emptyValueOf } from "./next-calendar.ts";
import { PrepareForm } from "./prepare-form.tsx";
import { ValueTable } from "./value-table.tsx";
import { words } from "./words.ts";

/** One parameter over time, the rules that read it, and the preparation of a new value (POL-2). */
export function KeyPage() {
  const key = useSearchParams()[0].get("key") ?? "";
  const policy = useAnswer(listPolicy, {});
  return (
    <>
      {policy.isError ? <StaffHeader title={words.title} /> : null}
      <Awaited of={policy} skeleton={{ shape: "card", count: 2 }}>
        {({ items }) => {
          const known = items.find((item) => item.key === key);
          const fresh = known ?? freshKey(key);
          return fresh ? <KeyScreen key={key} of={fresh} /> : <NotFoundPage />;
        }}
      </Awaited>
    </>
  );
}

function freshKey(key: string): PolicyKeyJson | null {
  if (emptyValueOf(key) === null) return null;
  const year = key.split(".")[1] ?? "";
  return { key, name: `${year} 年工作日历`, standing: "coming", readBy: [], values: [] };
}

function KeyScreen({ of }: { of: PolicyKeyJson }) {
  const isManager = useStaff().roles.includes("policy");
  return (
    <>
      <StaffHeader
        title={of.name}
        crumbs={[{ label: words.one.crumb, href: "/policy" }, { label: of.name }]}
        meta={<span className="font-code">{of.key}</span>}
      />
      <Stack gap="medium">
        <Section title={words.one.values}>
          <ValueTable of={of} />
        </Section>
        <Section title={words.one.readBy}>
          {of.readBy.length === 0 ? (
            <p className="text-ink-soft">{words.one.notRead}</p>
          ) : (
            <ul className="divide-y divide-line">
              {of.readBy.map(({ service, serviceName, rule, words: claim }) => (
                <li key={`${service} ${rule}`} className="flex flex-wrap gap-x-3 py-1">
                  <span className="font-code text-note text-ink-soft">{rule}</span>
                  <span className="text-ink-soft">{serviceName}</span>
                  <span className="min-w-0 basis-full sm:flex-1 sm:basis-0">{claim}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {isManager ? (
          <Section title={words.prepare.title} note={words.prepare.lead}>
            <PrepareForm of={of} />
          </Section>
        ) : null}
      </Stack>
    </>
  );
}
