import { answerAwaited, getAwaited, listAwaited } from "@hall/contracts/backoffice/awaited";
import { maskName } from "@hall/domain/masks";
import { writeAudit } from "../audit/audit.ts";
import { judgeAgain } from "../cases/judge-again.ts";
import { isAboutLongCase } from "../cases/long.ts";
import { readCase } from "../cases/read-case.ts";
import { applicationService } from "../cases/services.ts";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import { answer } from "./answer.ts";
import { awaitedStage } from "./awaited-stage.ts";

interface WaitingRow {
  readonly number: string;
  readonly service: string;
  readonly stage: number;
  readonly state: string;
  readonly filedByName: string;
  readonly dueOn: Date | null;
  readonly version: number;
}

const states = { counter: ["waiting-counter"], outside: ["waiting-outside"] };

/** Cases that wait for the counter or for another office; staff enter what came of it (EXT-1). */
export const awaitedRoutes: readonly Route[] = [
  route(listAwaited, async ({ hall, actor, address, query: { limit, cursor, whom } }) => {
    const rows = await hall.db.application.findMany({
      where: { state: { in: whom ? states[whom] : [...states.counter, ...states.outside] } },
      orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { number: "asc" }],
      omit: { record: true, findings: true, policy: true, quote: true },
      take: limit + 1,
      ...(cursor ? { cursor: { number: cursor }, skip: 1 } : {}),
    });
    const page = rows.slice(0, limit);
    const detail = { shown: page.length };
    await writeAudit(hall, { actor, action: "case.list", detail, address });
    return {
      // Only who opens a case sees the name, and that look names the person.
      items: page.flatMap((row) => summaries(row, maskName(row.filedByName))),
      nextCursor: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
    };
  }),
  {
    isLong: isAboutLongCase,
    ...route(getAwaited, async ({ hall, actor, address, params: { number } }) => {
      const found = await readCase(hall, number);
      const stage = found && awaitedStage(found.row);
      if (!found || !stage) return refuse("not-found");
      const { subjectId } = found.row;
      await writeAudit(hall, { actor, action: "case.look", subjectId, reference: number, address });
      const { service, read } = await judgeAgain(hall, found.row);
      return {
        ...summaries(found.row, found.row.filedByName)[0],
        facts: service.onRecord?.(read.situation) ?? [],
        mayDecline: stage.mayDecline,
        fields: stage.fields,
      };
    }),
  },
  { ...route(answerAwaited, answer), isLong: isAboutLongCase },
];

function summaries(row: WaitingRow, applicant: string) {
  const stage = awaitedStage(row);
  if (!stage) return [];
  return [
    {
      number: row.number,
      serviceName: applicationService(row.service).name,
      applicant,
      whom: stage.whom,
      party: stage.party,
      task: stage.task,
      dueOn: row.dueOn && plainDay(row.dueOn),
      version: row.version,
    },
  ];
}
