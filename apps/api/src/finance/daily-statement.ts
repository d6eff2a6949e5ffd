import type { Difference, dailyStatement } from "@hall/contracts/backoffice/ledger";
import { fen, formatYuan } from "@hall/domain/fen";
import type { z } from "zod";
import type { Hall } from "../hall.ts";
import type { Call } from "../http/route.ts";
import { type Database, sql } from "../store/database.ts";
import { accountName } from "./ledger.ts";

type Query = z.output<NonNullable<typeof dailyStatement.query>>;

/**
 * Proves the ledger against the payments for a business day (LDG-5): what the books say has left,
 * came back and is on its way is what the orders say; every difference is named.
 */
export async function statement({ hall, query }: Call<undefined, Query, undefined>) {
  return statementOf(hall, (query.day ?? hall.clock.now().toPlainDate()).toString());
}

export async function statementOf({ db }: Hall, day: string) {
  const [lines, orders, differences] = await Promise.all([
    linesOf(db, day),
    ordersOf(db, day),
    differencesOf(db, day),
  ]);
  const sumFen = lines.reduce((total, { closingFen }) => total + closingFen, 0n);
  const transit = lines.find(({ account }) => account === IN_TRANSIT)?.closingFen ?? 0n;
  const found = [
    ...differences,
    ...(sumFen === 0n ? [] : [difference("sum-not-zero", day, sumFen, 0n)]),
    ...(transit === orders.underWay.amountFen
      ? []
      : [difference("in-transit", IN_TRANSIT, transit, orders.underWay.amountFen)]),
  ];
  return {
    day,
    sumFen,
    lines: lines.map((line) => ({ ...line, name: nameOf(line.account) })),
    ...orders,
    balanced: found.length === 0,
    differences: found,
  };
}

const IN_TRANSIT = "control:payments-in-transit";
const CUSTOMERS = "customers";
const nameOf = (account: string) =>
  account === CUSTOMERS ? "个人住房公积金账户合计" : accountName(account);

interface Line {
  readonly account: string;
  readonly openingFen: bigint;
  readonly inFen: bigint;
  readonly outFen: bigint;
  readonly closingFen: bigint;
}

/** Opening, movements and closing of every own account, and of all customers' together. */
async function linesOf(db: Database, day: string): Promise<readonly Line[]> {
  return db.$queryRaw<Line[]>(sql`
    SELECT CASE WHEN a.kind = 'control' THEN a.id ELSE ${CUSTOMERS} END AS account,
           coalesce(sum(e.amount_fen) FILTER (WHERE p.business_day < ${day}::date), 0)::bigint
             AS "openingFen",
           coalesce(sum(e.amount_fen) FILTER (WHERE p.business_day = ${day}::date
                                                AND e.amount_fen > 0), 0)::bigint AS "inFen",
           coalesce(-sum(e.amount_fen) FILTER (WHERE p.business_day = ${day}::date
                                                 AND e.amount_fen < 0), 0)::bigint AS "outFen",
           coalesce(sum(e.amount_fen) FILTER (WHERE p.business_day <= ${day}::date), 0)::bigint
             AS "closingFen"
      FROM ledger_account a
      LEFT JOIN ledger_entry e ON e.account_id = a.id
      LEFT JOIN ledger_posting p ON p.id = e.posting_id
     GROUP BY 1 ORDER BY 1`);
}

/** Orders as they stood when the day ended, in Shanghai. */
async function ordersOf(db: Database, day: string) {
  const rows = await db.$queryRaw<{ kind: string; orders: bigint; sum: bigint }[]>(sql`
    SELECT kind, count(*) AS orders, coalesce(sum(amount_fen), 0)::bigint AS sum
      FROM (SELECT amount_fen,
                   CASE WHEN settled_at IS NULL OR settled > ${day}::date THEN 'underWay'
                        WHEN settled = ${day}::date THEN state ELSE 'earlier' END AS kind
              FROM (SELECT *, (created_at AT TIME ZONE 'Asia/Shanghai')::date AS created,
                           (settled_at AT TIME ZONE 'Asia/Shanghai')::date AS settled
                      FROM payment_order) AS dated
             WHERE created <= ${day}::date) AS kinds
     GROUP BY kind`);
  const of = (kind: string) => {
    const row = rows.find((each) => each.kind === kind);
    return { orders: Number(row?.orders ?? 0), amountFen: row?.sum ?? 0n };
  };
  return { underWay: of("underWay"), paid: of("paid"), returned: of("returned") };
}

interface Odd {
  readonly kind: Difference["kind"];
  readonly reference: string;
  readonly ledger: bigint;
  readonly payments: bigint;
}

/** One by one: an order against its posting, a batch against its orders, a balance against its entries. */
async function differencesOf(db: Database, day: string): Promise<readonly Difference[]> {
  const rows = await db.$queryRaw<Odd[]>(sql`
    WITH moved AS (
      SELECT p.id, p.effect, -e.amount_fen AS amount
        FROM ledger_posting p JOIN ledger_entry e ON e.posting_id = p.id
       WHERE p.business_day = ${day}::date AND p.effect IN ('paid', 'returned')
         AND e.account_id = ${IN_TRANSIT}),
    settled AS (
      SELECT id, state, amount_fen FROM payment_order
       WHERE (settled_at AT TIME ZONE 'Asia/Shanghai')::date = ${day}::date)
    SELECT CASE WHEN s.id IS NULL THEN 'posting-without-payment'
                WHEN s.state = 'paid' THEN 'paid-without-posting'
                ELSE 'returned-without-posting' END AS kind,
           coalesce(s.id, m.id) AS reference, coalesce(m.amount, 0)::bigint AS ledger,
           coalesce(s.amount_fen, 0)::bigint AS payments
      FROM settled s FULL JOIN moved m ON m.id = s.id || ':' || s.state
     WHERE m.amount IS DISTINCT FROM s.amount_fen
    UNION ALL
    SELECT 'batch-total', b.id, b.total_fen, coalesce(sum(o.amount_fen), 0)::bigint
      FROM payment_batch b LEFT JOIN payment_order o ON o.batch_id = b.id
     WHERE b.state <> 'discarded' AND (b.created_at AT TIME ZONE 'Asia/Shanghai')::date <= ${day}::date
     GROUP BY b.id
    HAVING b.total_fen <> coalesce(sum(o.amount_fen), 0) OR b.orders <> count(o.id)
    UNION ALL
    SELECT 'balance', a.id, coalesce(sum(e.amount_fen), 0)::bigint, a.balance_fen
      FROM ledger_account a LEFT JOIN ledger_entry e ON e.account_id = a.id
     WHERE a.kind = 'customer'
     GROUP BY a.id HAVING a.balance_fen <> coalesce(sum(e.amount_fen), 0)
     ORDER BY 1, 2`);
  return rows.map(({ kind, reference, ledger, payments }) =>
    difference(kind, reference, ledger, payments),
  );
}

const words: Readonly<Record<Difference["kind"], string>> = {
  "sum-not-zero": "全部科目合计不为零",
  balance: "账户余额与其明细合计不符",
  "in-transit": "付款在途科目与在途的付款指令不符",
  "paid-without-posting": "已付款的指令没有相应的凭证",
  "posting-without-payment": "凭证没有相应的付款指令",
  "returned-without-posting": "被退回的指令没有相应的凭证",
  "batch-total": "批次总额与其中的指令不符",
};

function difference(
  kind: Difference["kind"],
  reference: string,
  ledger: bigint,
  payments: bigint,
): Difference {
  const [booked, ordered] = [ledger, payments].map((sum) => formatYuan(fen(sum)));
  return {
    kind,
    reference,
    ledgerFen: Number(ledger),
    paymentsFen: Number(payments),
    message: `${words[kind]}（${reference}）：账上${booked}元，付款${ordered}元。`,
  };
}
