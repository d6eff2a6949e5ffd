import type { LoanBasicsJson } from "@hall/contracts/services/housing-loan-query";
import { Card } from "@hall/ui/card";
import { DateText, dateText } from "@hall/ui/date-text";
import { KeyValue } from "@hall/ui/key-value";
import { Stack } from "@hall/ui/layout";
import { Money, yuanText } from "@hall/ui/money";
import { Notice } from "@hall/ui/notice";
import { Stat, StatRow } from "@hall/ui/stat";
import { rateText } from "./rate-text.ts";
import { words } from "./words.ts";

type Loan = NonNullable<LoanBasicsJson["loan"]>;

/** What is owed and when the next instalment falls due, then the contract's facts. */
export function LoanBasics({ loan }: { readonly loan: Loan }) {
  return (
    <Stack gap="large">
      {loan.overdueInstalments > 0 ? (
        <Notice tone="warning" title={words.overdue(loan.overdueInstalments)}>
          {words.overdueHelp}
        </Notice>
      ) : null}
      <StatRow>
        <Stat
          label={words.owed}
          value={yuanText(loan.owedFen)}
          unit="元"
          {...(loan.settledOn ? { note: words.settled(dateText(loan.settledOn)) } : {})}
        />
        <Stat label={words.repaid} value={yuanText(loan.repaidFen)} unit="元" />
        {loan.next ? (
          <Stat
            label={words.next}
            value={yuanText(loan.next.paymentFen)}
            unit="元"
            note={words.nextOn(loan.next.no, dateText(loan.next.dueOn))}
          />
        ) : null}
      </StatRow>
      <Card title={words.tabs.basics}>
        <KeyValue columns={2} items={itemsOf(loan)} />
      </Card>
    </Stack>
  );
}

function itemsOf(loan: Loan) {
  return [
    { label: words.number, value: loan.number },
    { label: words.bank, value: loan.bank },
    { label: words.kind, value: loan.kindName },
    { label: words.home, value: loan.homeName },
    { label: words.property, value: loan.property },
    { label: words.method, value: loan.methodName },
    { label: words.principal, value: <Money fen={loan.principalFen} /> },
    { label: words.term, value: words.months(loan.termMonths) },
    { label: words.rate, value: rateText(loan.rate) },
    { label: words.paidOut, value: <DateText value={loan.paidOutOn} /> },
    { label: words.firstDue, value: <DateText value={loan.firstDueOn} /> },
    { label: words.lastDue, value: <DateText value={loan.lastDueOn} /> },
    { label: words.paidInstalments, value: words.instalments(loan.paidInstalments) },
  ];
}
