import type { AccountAsOfJson } from "@hall/contracts/account";
import { Card } from "@hall/ui/card";
import { DateText, dateText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Money } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { type Column, Table } from "@hall/ui/table";
import { Parameters } from "./parameters.tsx";
import { words } from "./words.ts";

type AccountProps = { readonly account: AccountAsOfJson };

/** One day's account; what can't be known for it stands first, so that nobody misreads a blank. */
export function PastAccount({ account }: AccountProps) {
  return (
    <section aria-labelledby="past-day">
      <h2 id="past-day" className="mb-4 text-h2 font-semibold">
        {words.shown(dateText(account.day))}
      </h2>
      <Stack gap="large">
        {account.unknown.length > 0 ? (
          <Notice title={words.unknown}>
            <ul className="list-disc pl-[1.25em]">
              {account.unknown.map(({ what, why }) => (
                <li key={what}>
                  <span className="font-semibold text-ink">{what}</span>：{why}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Person account={account} />
          <Accounts account={account} />
        </div>
        <Latest account={account} />
        <Totals account={account} />
        <Parameters parameters={account.parameters} />
      </Stack>
    </section>
  );
}

function Person({ account: { person, plan } }: AccountProps) {
  return (
    <Card title={words.person} headingLevel={3}>
      <KeyValue
        items={[
          {
            label: words.status,
            value: person.statusName ?? words.notKnown,
            ...(person.statusSince ? { note: words.since(dateText(person.statusSince)) } : {}),
          },
          { label: words.scheme, value: person.schemeName ?? words.notKnown },
          { label: words.unit, value: person.unitName ?? words.none },
          {
            label: words.plan,
            value: plan?.name ?? words.none,
            ...(plan ? { note: words.since(dateText(plan.since)) } : {}),
          },
        ]}
      />
    </Card>
  );
}

function Accounts({ account: { accounts } }: AccountProps) {
  return (
    <Card title={words.accounts} headingLevel={3}>
      {accounts.length === 0 ? <p className="text-ink-soft">{words.noAccounts}</p> : null}
      {accounts.map(({ number, kindName, statusName, statusSince, balanceFen }) => (
        <KeyValue
          key={number}
          items={[
            { label: kindName, value: words.account(number) },
            { label: words.status, value: words.stateSince(statusName, dateText(statusSince)) },
            {
              label: words.balance,
              value:
                balanceFen === null ? words.balanceNotKnown : <Money fen={balanceFen} isStrong />,
            },
          ]}
        />
      ))}
    </Card>
  );
}

type Paid = NonNullable<AccountAsOfJson["latest"]>["rows"][number];

const paidColumns: readonly Column<Paid>[] = [
  {
    key: "insurance",
    title: words.insurance,
    isRowHeader: true,
    cell: ({ insuranceName }) => insuranceName,
  },
  { key: "base", title: words.base, align: "end", cell: ({ baseFen }) => <Money fen={baseFen} /> },
  {
    key: "personal",
    title: words.personal,
    align: "end",
    cell: ({ personalFen }) => <Money fen={personalFen} />,
  },
  {
    key: "unit",
    title: words.unitPart,
    align: "end",
    cell: ({ unitFen }) => <Money fen={unitFen} />,
  },
  { key: "payer", title: words.payer, cell: ({ payer }) => payer },
];

function Latest({ account: { latest } }: AccountProps) {
  const title = latest ? words.latest(dateText(latest.month)) : words.noLatest;
  return (
    <Card title={title} headingLevel={3}>
      {latest ? (
        <Table
          caption={title}
          isCaptionHidden
          rows={latest.rows}
          rowKey={({ insuranceName }) => insuranceName}
          columns={paidColumns}
        />
      ) : null}
    </Card>
  );
}

function Totals({ account: { totals } }: AccountProps) {
  if (totals.length === 0) return null;
  return (
    <Card title={words.totals} headingLevel={3}>
      <Table
        caption={words.totals}
        isCaptionHidden
        rows={totals}
        rowKey={({ insuranceName }) => insuranceName}
        columns={[
          {
            key: "insurance",
            title: words.insurance,
            isRowHeader: true,
            cell: ({ insuranceName }) => insuranceName,
          },
          { key: "first", title: words.first, cell: ({ first }) => <DateText value={first} /> },
          { key: "last", title: words.last, cell: ({ last }) => <DateText value={last} /> },
          {
            key: "months",
            title: words.months,
            align: "end",
            cell: ({ months }) => words.ofMonths(months),
          },
        ]}
      />
    </Card>
  );
}
