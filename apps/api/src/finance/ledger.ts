import type { listLedger, PostingJson } from "@hall/contracts/backoffice/ledger";
import type { ControlAccount } from "@hall/domain/effects";
import type { z } from "zod";
import { writeAudit } from "../audit/audit.ts";
import { behind, fromCursor, pageOfRows, toCursor } from "../backoffice/cursor.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { isRefusal } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import { asDate, type Prisma, sql } from "../store/database.ts";

const controlNames: Readonly<Record<ControlAccount, string>> = {
  "interest-expense": "利息支出",
  "payments-in-transit": "付款在途",
  bank: "银行存款",
  "contributions-received": "缴存收入",
  "benefits-refunded": "失业金退支",
  "transfers-received": "异地转入待入账",
};

/** What an account is called: the centre's own by name, a customer's by its number. */
export function accountName(id: string): string {
  const [kind, rest = ""] = id.split(":");
  if (kind === "control") return controlNames[rest as ControlAccount] ?? rest;
  return `住房公积金账户 ${rest}`;
}

type Query = z.output<NonNullable<typeof listLedger.query>>;

export async function ledger({ hall, actor, query, address }: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "time", "text");
  if (isRefusal(cursor)) return cursor;
  const rows = await hall.db.ledgerPosting.findMany({
    where: { AND: [await filterOf(hall, query), behind(cursor, "postedAt")] },
    orderBy: [{ postedAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  const { page, nextCursor } = pageOfRows(rows, query.limit, ({ postedAt, id }) =>
    toCursor(postedAt.toISOString(), id),
  );
  // Rows bear account numbers: the look is logged also where nobody was asked for by number.
  await writeAudit(hall, {
    actor,
    action: "ledger.look",
    subjectId: await subjectIdOf(hall, query),
    reference: query.application ?? query.account ?? null,
    detail: { shown: page.length },
    address,
  });
  return { items: await withLines(hall, page), nextCursor, sums: await sumsOf(hall) };
}

async function filterOf(
  { db }: Hall,
  { application, account, day }: Query,
): Promise<Prisma.LedgerPostingWhereInput> {
  const ids = account
    ? await db.ledgerEntry.findMany({
        where: { accountId: account },
        select: { postingId: true },
        orderBy: { sequence: "desc" },
        take: 1_000,
      })
    : null;
  return {
    ...(application ? { applicationNumber: application } : {}),
    ...(day ? { businessDay: asDate(day) } : {}),
    ...(ids ? { id: { in: ids.map(({ postingId }) => postingId) } } : {}),
  };
}

/** Whose record was looked at, so that they can see it. */
async function subjectIdOf({ db }: Hall, { application, account }: Query): Promise<string | null> {
  if (application) {
    const row = await db.application.findUnique({
      where: { number: application },
      select: { subjectId: true },
    });
    return row?.subjectId ?? null;
  }
  const [kind, number] = (account ?? "").split(":");
  if (kind !== "housing" || !number) return null;
  return (await db.housingAccount.findUnique({ where: { number } }))?.personId ?? null;
}

type Row = Prisma.LedgerPostingGetPayload<Record<string, never>>;

async function withLines({ db }: Hall, rows: readonly Row[]): Promise<readonly PostingJson[]> {
  const entries = await db.ledgerEntry.findMany({
    where: { postingId: { in: rows.map(({ id }) => id) } },
    orderBy: [{ postingId: "asc" }, { line: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    memo: row.memo,
    applicationNumber: row.applicationNumber,
    effect: row.effect,
    businessDay: plainDay(row.businessDay).toString(),
    postedAt: instantText(row.postedAt),
    lines: entries
      .filter(({ postingId }) => postingId === row.id)
      .map(({ accountId, amountFen }) => ({
        account: accountId,
        name: accountName(accountId),
        amountFen: Number(amountFen),
      })),
  }));
}

/** Balances from the entries themselves; all together they are zero. */
async function sumsOf({ db }: Hall) {
  const rows = await db.$queryRaw<
    { kind: string; id: string | null; sum: bigint; accounts: bigint }[]
  >(sql`
    SELECT a.kind, CASE WHEN a.kind = 'control' THEN a.id END AS id,
           coalesce(sum(e.amount_fen), 0)::bigint AS sum, count(DISTINCT a.id) AS accounts
      FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id
     GROUP BY 1, 2 ORDER BY 2`);
  const customers = rows.find(({ kind }) => kind === "customer");
  return {
    control: rows.flatMap(({ id, sum }) =>
      id === null ? [] : [{ account: id, name: accountName(id), balanceFen: sum }],
    ),
    customers: {
      accounts: Number(customers?.accounts ?? 0),
      balanceFen: customers?.sum ?? 0n,
    },
    sumFen: rows.reduce((total, { sum }) => total + sum, 0n),
  };
}
