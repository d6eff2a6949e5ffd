import {
  getApplication,
  listApplications,
  rateApplication,
  supplementApplication,
  withdrawApplication,
} from "@hall/contracts/applications";
import { applicationRows } from "@hall/contracts/case-rows";
import { listServices, listStandings } from "@hall/contracts/directory";
import type { CaseState } from "@hall/domain/case-states";
import type { z } from "zod";
import type { Hall } from "../hall.ts";
import { type Actor, signInOf, subjectOf } from "../http/actor.ts";
import { refuse } from "../http/refusal.ts";
import { type Call, mayLag, type Route, route } from "../http/route.ts";
import { casesOf } from "../store/cases.ts";
import { closuresNow } from "../store/closures.ts";
import { rate, supplement, withdraw } from "./applicant-actions.ts";
import { openRecord } from "./case-record.ts";
import { serviceSummary } from "./guide.ts";
import { summaryOf } from "./present.ts";
import { presentNow } from "./present-now.ts";
import { readCase } from "./read-case.ts";
import { decidesRows, rowsPage } from "./rows.ts";
import { applicationService, registry } from "./services.ts";
import { judgeStanding, readSituation } from "./situation.ts";

type CaseCall = Pick<Call<{ number: string }, unknown, unknown>, "hall" | "actor" | "params">;

export const caseRoutes: readonly Route[] = [
  mayLag(
    route(listServices, async ({ hall }) => {
      const closures = await closuresNow(hall.db, hall.clock.instant());
      return {
        items: registry.map(([code, service]) => serviceSummary(service, closures.get(code))),
      };
    }),
  ),
  mayLag(route(listStandings, ({ hall, actor }) => standings(hall, actor))),
  route(listApplications, async ({ hall, actor, query }) => {
    const { limit, cursor, open } = query;
    const rows = await casesOf(hall.db, {
      subjectId: subjectOf(actor),
      onlyOpen: open === "true",
      below: cursor ?? null,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: page.map(summaryOf),
      nextCursor: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
    };
  }),
  route(getApplication, asItStands),
  route(applicationRows, rowResults),
  route(withdrawApplication, withdraw, asItStands),
  route(supplementApplication, supplement, asItStands),
  route(rateApplication, rate, asItStands),
];

async function asItStands({ hall, actor, params }: CaseCall): Promise<unknown> {
  const found = await readCase(hall, params.number);
  if (found?.row.subjectId !== subjectOf(actor)) return refuse("not-found");
  return presentNow(hall, found.view);
}

type RowsCall = CaseCall & Pick<Call<unknown, RowsQuery, unknown>, "query">;
type RowsQuery = z.output<NonNullable<typeof applicationRows.query>>;

/** What was decided on each row of one's own list. */
async function rowResults({ hall, actor, params, query }: RowsCall) {
  const row = await hall.db.application.findUnique({ where: { number: params.number } });
  if (row?.subjectId !== subjectOf(actor)) return refuse("not-found");
  const service = applicationService(row.service);
  const read = decidesRows(service) && (await readSituation(hall, service, row.subjectId));
  if (!read) return refuse("not-found");
  const { situation } = read;
  const state = row.state as CaseState;
  const record = openRecord(hall, row.record);
  return rowsPage({ service, situation, record, state, faults: [] }, query);
}

/** What the actor may do today, service by service (GDE-3). */
async function standings(hall: Hall, actor: Actor) {
  const audience = actor.kind === "agent" ? "unit" : "person";
  const mine = registry.filter(([, service]) => service.audience === audience);
  const items = await Promise.all(
    mine.map(async ([code, service]) => {
      const read = await readSituation(hall, service, subjectOf(actor), {
        signIn: signInOf(actor),
      });
      if (!read) return [];
      const { outcome, findings } = judgeStanding(service, read);
      const telling = findings.find((finding) => finding.outcome !== "holds");
      return [
        {
          service: code,
          outcome,
          rule: telling?.rule ?? null,
          firstDay: telling?.firstDay?.toString() ?? null,
          message: telling?.message ?? null,
        },
      ];
    }),
  );
  return { items: items.flat() };
}
