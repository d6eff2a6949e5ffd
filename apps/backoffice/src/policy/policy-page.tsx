import { listPolicy, type PolicyKeyJson } from "@hall/contracts/backoffice/policy";
import { DateText } from "@hall/ui/date-text";
import { Link, LinkButton } from "@hall/ui/link";
import { Badge } from "@hall/ui/status-badge";
import { type Column, Table } from "@hall/ui/table";
import { TextField } from "@hall/ui/text-field";
import { useSearchParams } from "react-router";
import { useAnswer } from "../api/use-answer.ts";
import { Awaited } from "../app/awaited.tsx";
import { useStaff } from "../app/require-staff.tsx";
import { StaffHeader } from "../app/staff-header.tsx";
import { keyHref } from "./key-href.ts";
import { nextCalendarKey } from "./next-calendar.ts";
import { words } from "./words.ts";

/** Every parameter with its value in force (POL-1). */
export function PolicyPage() {
  const policy = useAnswer(listPolicy, {});
  const isManager = useStaff().roles.includes("policy");
  const [search, setSearch] = useSearchParams();
  const sought = search.get("q") ?? "";
  return (
    <>
      <StaffHeader
        title={words.title}
        lead={words.lead}
        {...(isManager && policy.data
          ? {
              actions: (
                <LinkButton href={keyHref(nextCalendarKey(policy.data.items))}>
                  {words.newCalendar}
                </LinkButton>
              ),
            }
          : {})}
      />
      <search className="mb-4 block max-w-drawer">
        <TextField
          label={words.search}
          isRequired
          value={sought}
          onChange={(text) => setSearch(text ? { q: text } : {}, { replace: true })}
        />
      </search>
      <Awaited of={policy} skeleton={{ shape: "table", count: 10 }}>
        {({ items }) => (
          <Table
            caption={words.title}
            isCaptionHidden
            isDense
            rows={items.filter((item) => isSought(item, sought))}
            rowKey={({ key }) => key}
            rowMark={({ standing }) => (standing === "missing" ? "fault" : undefined)}
            columns={columnsOf(items)}
            empty={words.noneFound}
          />
        )}
      </Awaited>
    </>
  );
}

function isSought({ key, name, readBy }: PolicyKeyJson, sought: string): boolean {
  const text = [key, name, ...readBy.map(({ rule, serviceName }) => `${rule} ${serviceName}`)];
  return text.join(" ").toLowerCase().includes(sought.trim().toLowerCase());
}

/** In force today, else the one that comes first, else the one that was last. */
const shown = ({ values }: PolicyKeyJson) =>
  values.find(({ state }) => state === "in-force") ??
  values.find(({ state }) => state === "coming") ??
  values.findLast(({ state }) => state === "past");

const columnsOf = (items: readonly PolicyKeyJson[]): readonly Column<PolicyKeyJson>[] => [
  {
    key: "name",
    title: words.key,
    isRowHeader: true,
    cell: ({ key, name, standing, values }) => (
      <div className="sm:min-w-56">
        <Link href={keyHref(key)}>{name}</Link>{" "}
        {standing === "missing" ? <Badge tone="refused">{words.missing}</Badge> : null}
        {standing === "over" ? <Badge>{words.over}</Badge> : null}
        {values.some(({ state }) => state === "prepared") ? (
          <Badge tone="waiting">{words.prepared}</Badge>
        ) : null}
        {/* Most names say which it is; only namesakes need their key beside them. */}
        {items.filter((item) => item.name === name).length > 1 ? (
          <span className="block font-code text-note font-normal break-all text-ink-soft">
            {key}
          </span>
        ) : null}
      </div>
    ),
  },
  ...columns,
];

const columns: readonly Column<PolicyKeyJson>[] = [
  {
    key: "value",
    title: words.value,
    cell: (item) => (
      <span className="line-clamp-3">
        {shown(item)?.words ?? (item.values.length > 0 ? words.onlyPrepared : words.noValue)}
      </span>
    ),
  },
  {
    key: "from",
    title: words.from,
    isNoWrap: true,
    cell: (item) => {
      const value = shown(item);
      return value ? <DateText value={value.from} /> : null;
    },
  },
  {
    key: "mark",
    title: words.mark,
    cell: (item) => {
      const value = shown(item);
      if (!value) return null;
      return (
        <Badge tone={value.mark === "official" ? "open" : "quiet"}>{words.marks[value.mark]}</Badge>
      );
    },
  },
  {
    key: "rules",
    title: words.readBy,
    align: "end",
    isNoWrap: true,
    cell: ({ readBy }) => words.rules(readBy.length),
  },
];
