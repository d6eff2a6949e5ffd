import type { AnswerOf } from "@hall/client/operation";
import { useAct } from "@hall/client/use-act";
import { exportStatistics, getStatistics } from "@hall/contracts/backoffice/insight";
import { listServices } from "@hall/contracts/directory";
import { Button } from "@hall/ui/button";
import { DateField } from "@hall/ui/date-field";
import { parseDay } from "@hall/ui/date-text";
import { EmptyState } from "@hall/ui/empty-state";
import { Stack } from "@hall/ui/layout";
import { ProblemNotice } from "@hall/ui/problem-notice";
import { SelectField } from "@hall/ui/select-field";
import { Stat, StatRow } from "@hall/ui/stat";
import { type Column, Table } from "@hall/ui/table";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { callRaw } from "../api/call.ts";
import { saveFile } from "../api/save-file.ts";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { Section } from "../app/section.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { RefusalsChart, ServicesChart, TimesChart, WeeksChart } from "./statistics-charts.tsx";
import { timeText as time, words } from "./words.ts";

export type Statistics = AnswerOf<NonNullable<(typeof getStatistics)["answer"]>>;
type Asked = { readonly from?: string; readonly to?: string; readonly service?: string };
type ServiceRow = Statistics["services"][number];
type RefusalRow = Statistics["refusals"][number];

/** Volume, in time, turnaround and refusals, by service and week (REV-6). */
export function StatisticsPage() {
  const [search, setSearch] = useSearchParams();
  const asked = ["from", "to", "service"].flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value]] : [];
  });
  const query: Asked = Object.fromEntries(asked);
  const statistics = useAnswer(getStatistics, { query }, { keeps: true });
  return (
    <>
      <StaffHeader
        title={words.title}
        lead={words.lead}
        {...(statistics.data
          ? { actions: <Export statistics={statistics.data} query={query} /> }
          : {})}
      />
      <Filters
        key={`${search} ${statistics.data?.from}`}
        from={search.get("from") ?? statistics.data?.from ?? ""}
        to={search.get("to") ?? statistics.data?.to ?? ""}
        service={search.get("service") ?? ""}
        onShow={setSearch}
      />
      <Awaited of={statistics} skeleton={{ shape: "card", count: 2 }}>
        {(answer) =>
          answer.total.submitted === 0 ? (
            <EmptyState title={words.none}>{words.noneLead}</EmptyState>
          ) : (
            <Figures statistics={answer} />
          )
        }
      </Awaited>
    </>
  );
}

type ExportProps = { readonly statistics: Statistics; readonly query: Asked };

function Export({ statistics: { from, to }, query }: ExportProps) {
  const act = useAct(async () => {
    const response = await callRaw(exportStatistics, { query });
    saveFile(await response.blob(), words.fileName(from, to));
  });
  return (
    <>
      <Button isPending={act.isPending} pendingText={words.exporting} onPress={() => act.run()}>
        {words.export}
      </Button>
      {act.problem ? <ProblemNotice problem={act.problem} takesFocus /> : null}
    </>
  );
}

type FiltersProps = {
  readonly from: string;
  readonly to: string;
  readonly service: string;
  readonly onShow: (next: Record<string, string>) => void;
};

function Filters({ from: firstDay, to: lastDay, service, onShow }: FiltersProps) {
  const services = useAnswer(listServices, {}, { staleTime: 600_000 });
  const [from, setFrom] = useState(firstDay);
  const [to, setTo] = useState(lastDay);
  const [isTried, setTried] = useState(false);
  const show = (picked: string) => {
    setTried(true);
    if ([from, to].some((day) => day.trim() !== "" && !parseDay(day))) return;
    const next = { from: parseDay(from) ?? "", to: parseDay(to) ?? "", service: picked };
    onShow(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== "")));
  };
  const fault = (day: string) =>
    isTried && day.trim() !== "" && !parseDay(day) ? { error: words.wrongDay } : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show(service);
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="mb-6 grid items-end gap-4 sm:grid-cols-[repeat(3,minmax(0,14rem))_auto]"
    >
      <DateField label={words.from} isRequired value={from} onChange={setFrom} {...fault(from)} />
      <DateField label={words.to} isRequired value={to} onChange={setTo} {...fault(to)} />
      <SelectField
        label={words.service}
        isRequired
        value={service || "any"}
        onChange={(value) => show(value === "any" ? "" : value)}
        options={[
          { value: "any", label: words.any },
          ...(services.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <div>
        <Button type="submit">{words.show}</Button>
      </div>
    </form>
  );
}

const percent = (value: number | null) => (value === null ? words.noTime : words.percent(value));

function Figures({ statistics }: { statistics: Statistics }) {
  const { total, services, weeks, refusals } = statistics;
  return (
    <Stack gap="medium">
      <StatRow>
        <Stat label={words.submitted} value={total.submitted} unit={words.case} />
        <Stat label={words.decided} value={total.decided} unit={words.case} />
        <Stat label={words.inTime} value={percent(total.inTimePercent)} />
        <Stat
          label={words.median}
          value={time(total.medianHours)}
          note={words.slowestIs(time(total.slowestHours))}
        />
      </StatRow>
      <div className="grid gap-8 xl:grid-cols-2">
        <WeeksChart weeks={weeks} />
        <ServicesChart services={services} />
        <TimesChart weeks={weeks} />
        <RefusalsChart refusals={refusals} />
      </div>
      <Section title={words.services}>
        <Table
          caption={words.services}
          isCaptionHidden
          isDense
          rows={services}
          rowKey={({ service }) => service}
          columns={serviceColumns}
        />
      </Section>
      <Section title={words.refusals}>
        <Table
          caption={words.refusals}
          isCaptionHidden
          isDense
          rows={refusals}
          rowKey={({ service, reason }) => `${service} ${reason}`}
          columns={refusalColumns}
          empty={words.noRefusals}
        />
      </Section>
    </Stack>
  );
}

const serviceColumns: readonly Column<ServiceRow>[] = [
  { key: "name", title: words.service, isRowHeader: true, cell: ({ serviceName }) => serviceName },
  { key: "submitted", title: words.submitted, align: "end", cell: (row) => row.submitted },
  { key: "decided", title: words.decided, align: "end", cell: ({ decided }) => decided },
  { key: "approved", title: words.approved, align: "end", cell: ({ approved }) => approved },
  { key: "refused", title: words.refused, align: "end", cell: ({ refused }) => refused },
  {
    key: "inTime",
    title: words.inTime,
    align: "end",
    cell: ({ inTimePercent }) => percent(inTimePercent),
  },
  {
    key: "median",
    title: words.median,
    align: "end",
    cell: ({ medianHours }) => time(medianHours),
  },
  {
    key: "slowest",
    title: words.slowest,
    align: "end",
    cell: ({ slowestHours }) => time(slowestHours),
  },
];

const refusalColumns: readonly Column<RefusalRow>[] = [
  { key: "reason", title: words.reason, isRowHeader: true, cell: ({ reason }) => reason },
  { key: "service", title: words.service, cell: ({ serviceName }) => serviceName },
  { key: "cases", title: words.cases, align: "end", cell: ({ cases }) => cases },
];
