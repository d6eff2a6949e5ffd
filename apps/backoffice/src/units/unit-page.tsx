import type { AnswerOf } from "@hall/client/operation";
import { getUnit } from "@hall/contracts/backoffice/units";
import { DateText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Notice } from "@hall/ui/notice";
import { useState } from "react";
import { useParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { OpenForm } from "./open-form.tsx";
import { PermissionTable } from "./permission-table.tsx";
import { words } from "./words.ts";

export type Unit = AnswerOf<NonNullable<(typeof getUnit)["answer"]>>;

/** One unit: who acts for it, and what the centre has opened to it (RCU-1, CRW-2). */
export function UnitPage() {
  const { code = "" } = useParams();
  const answer = useAnswer(getUnit, { params: { code } });
  return (
    <Awaited of={answer} skeleton={{ shape: "card", count: 2 }}>
      {(unit) => <UnitNow unit={unit} />}
    </Awaited>
  );
}

function UnitNow({ unit }: { unit: Unit }) {
  const { roles } = useStaff();
  const [done, setDone] = useState<string | null>(null);
  const isCounter = roles.includes("counter");
  return (
    <>
      <StaffHeader
        title={unit.name}
        crumbs={[{ label: words.title, href: "/units" }, { label: unit.code }]}
      />
      <Stack gap="medium">
        {done ? (
          <Notice tone="success" isLive>
            {done}
          </Notice>
        ) : null}
        <KeyValue
          columns={2}
          items={[
            { label: words.code, value: <span className="font-code">{unit.code}</span> },
            { label: words.kind, value: unit.kindName },
            {
              label: words.creditCode,
              value: <span className="font-code">{unit.creditCode}</span>,
            },
            { label: words.agents, value: <Agents agents={unit.agents} /> },
            { label: words.certificates, value: <Certificates of={unit} /> },
          ]}
        />
        <Section title={words.permissions}>
          <PermissionTable unit={unit} mayClose={isCounter} onDone={setDone} />
        </Section>
        {isCounter ? (
          <Section title={words.open} note={words.openLead}>
            <OpenForm unitCode={unit.code} onDone={setDone} />
          </Section>
        ) : null}
      </Stack>
    </>
  );
}

function Agents({ agents }: { agents: Unit["agents"] }) {
  return (
    <ul>
      {agents.map(({ name, maskedMobile, isFirst }) => (
        <li key={name}>
          {name} {maskedMobile ?? words.noMobile}
          {isFirst ? <span className="text-note text-ink-soft">（{words.firstAgent}）</span> : null}
        </li>
      ))}
    </ul>
  );
}

function Certificates({ of: { certificates } }: { of: Unit }) {
  if (certificates.length === 0) return words.noCertificates;
  return (
    <ul>
      {certificates.map(({ serial, notBefore, notAfter, revokedAt }) => (
        <li key={serial}>
          <span className="break-all font-code">{serial}</span>{" "}
          <span className="whitespace-nowrap">
            <DateText value={notBefore.slice(0, 10)} />至<DateText value={notAfter.slice(0, 10)} />
          </span>
          {revokedAt ? `（${words.revoked}）` : ""}
        </li>
      ))}
    </ul>
  );
}
