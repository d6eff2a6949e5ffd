import type { TimelineEntryJson } from "@hall/contracts/account";
import { insuranceNames } from "@hall/domain/contributions";
import { type Day, firstDayOf, lastDayOf, monthOf } from "@hall/domain/dates";
import { services } from "@hall/domain/services";
import { eventTitles } from "../cases/present.ts";
import { empty, join, type Sql, sql } from "../store/database.ts";

export type TimelineKind = TimelineEntryJson["kind"];

/** Where the page before ended: the sort key of its last entry. */
export interface Place {
  readonly at: Date;
  readonly rank: number;
  readonly id: string;
}

export interface Asked {
  readonly personId: string;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly words: readonly string[];
  readonly after: Place | null;
  readonly take: number;
}

/**
 * A source gives `rank, id, at, data` of its latest entries behind the page's key: so many as the
 * page holds and no more. Of what happened at one moment the effect stands above its cause, which
 * is what the rank says.
 */
export interface Source {
  readonly rank: number;
  readonly kind: TimelineKind;
  readonly select: (asked: Asked) => Sql;
}

const shanghai = (date: Sql) => sql`(${date}::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/** Rows of a source with their sort key, cut to what the page may need. */
function latest(rank: number, at: Sql, id: Sql, data: Sql, from: Sql, asked: Asked): Sql {
  const { after, until, take } = asked;
  const behind = after
    ? sql`AND (at, ${rank}::int, id COLLATE "C") < (${after.at}::timestamptz, ${after.rank}::int, ${after.id}::text)`
    : empty;
  const begun = asked.from
    ? sql`AND at >= ${shanghai(sql`${asked.from.toString()}::date`)}`
    : empty;
  const ended = until ? sql`AND at < ${shanghai(sql`(${until.toString()}::date + 1)`)}` : empty;
  return sql`(SELECT ${rank}::int AS rank, id COLLATE "C" AS id, at, data
                FROM (SELECT ${id} AS id, ${at} AS at, ${data} AS data ${from}) AS found
               WHERE true ${behind} ${begun} ${ended}
               ORDER BY at DESC, id COLLATE "C" DESC LIMIT ${take})`;
}

/** Every word stands in the text, or names what a code stands for. */
function saying(words: readonly string[], text: Sql, named: (word: string) => Sql = () => empty) {
  return words.length === 0
    ? sql`true`
    : join(
        words.map((word) => sql`(strpos(lower(${text}), lower(${word})) > 0 ${named(word)})`),
        " AND ",
      );
}

const codesNamed = (names: Readonly<Record<string, string>>, word: string): string[] =>
  Object.entries(names).flatMap(([code, name]) => (name.includes(word) ? [code] : []));

const serviceNames = Object.fromEntries(
  Object.entries(services).map(([code, { name }]) => [code, name]),
);

/**
 * A month of contributions is one entry and stands at the month's first day: when in the month it
 * was paid isn't on record. Its cause is the plan in force, or who paid.
 */
const contributions: Source = {
  rank: 0,
  kind: "contribution",
  select: (asked) => {
    const { personId, from, until, words, after, take } = asked;
    const bounds = [
      ...(after
        ? [sql`AND month <= (${after.at}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`]
        : []),
      ...(from ? [sql`AND month >= ${firstDayOf(monthOf(from)).toString()}::date`] : []),
      ...(until ? [sql`AND month <= ${lastDayOf(monthOf(until)).toString()}::date`] : []),
    ];
    return latest(
      0,
      shanghai(sql`m.month`),
      sql`to_char(m.month, 'YYYY-MM')`,
      sql`jsonb_build_object('month', to_char(m.month, 'YYYY-MM'), 'personalFen', m.personal_fen,
            'unitFen', m.unit_fen, 'insurances', m.insurances, 'payers', m.payers, 'planCase',
            (SELECT f.application_number FROM flex_plan f
              WHERE f.person_id = ${personId}::uuid AND f.superseded_by IS NULL
                AND f.effective_month <= m.month ORDER BY f.effective_month DESC LIMIT 1))`,
      sql`FROM (SELECT month, sum(personal_fen) AS personal_fen, sum(unit_fen) AS unit_fen,
                       array_agg(insurance) AS insurances, array_agg(DISTINCT payer) AS payers
                  FROM contribution WHERE person_id = ${personId}::uuid
                       ${bounds.length > 0 ? join(bounds, " ") : empty}
                 GROUP BY month
                HAVING ${saying(
                  words,
                  sql`concat_ws(' ', to_char(month, 'YYYY年FMMM月缴费'), string_agg(payer, ' '))`,
                  (word) =>
                    sql`OR bool_or(insurance = ANY(${codesNamed(insuranceNames, word)}::text[]))`,
                )}
                 ORDER BY month DESC LIMIT ${take + 1}) AS m`,
      // A span is of whole months here: the bounds above say it.
      { ...asked, from: null, until: null },
    );
  },
};

const caseSteps: Source = {
  rank: 1,
  kind: "case",
  select: (asked) =>
    latest(
      1,
      sql`s.at`,
      sql`a.number || ':' || lpad(s.no::text, 5, '0')`,
      sql`jsonb_build_object('number', a.number, 'service', a.service, 'event', s.event,
            'state', s.state, 'actorLabel', s.actor_label, 'note', s.note)`,
      sql`FROM application a JOIN case_step s ON s.application_number = a.number
         WHERE a.subject_id = ${asked.personId}::uuid
           AND ${saying(
             asked.words,
             sql`concat_ws(' ', '办件', a.number, s.actor_label, s.note)`,
             (word) => sql`OR a.service = ANY(${codesNamed(serviceNames, word)}::text[])
                           OR s.event = ANY(${codesNamed(eventTitles, word)}::text[])`,
           )}`,
      asked,
    ),
};

/** Commitment cases taken in at the window, step by step. */
const windowSteps: Source = {
  rank: 2,
  kind: "case",
  select: (asked) =>
    latest(
      2,
      sql`s.at`,
      sql`c.number || ':' || lpad(s.no::text, 5, '0')`,
      sql`jsonb_build_object('number', c.number, 'matter', c.matter, 'title', s.title, 'note', s.note)`,
      sql`FROM counter_case c JOIN counter_case_step s ON s.case_number = c.number
         WHERE c.person_id = ${asked.personId}::uuid
           AND ${saying(
             asked.words,
             sql`concat_ws(' ', '办件 综合窗口', c.number, c.matter, s.title, s.note)`,
           )}`,
      asked,
    ),
};

/**
 * Entries on the person's accounts, at the day for which they were booked. The balance is that
 * after the entry, so the whole of an account is summed up before the page is cut.
 */
const postings: Source = {
  rank: 3,
  kind: "posting",
  select: (asked) =>
    latest(
      3,
      sql`CASE WHEN (e.posted_at AT TIME ZONE 'Asia/Shanghai')::date = e.business_day
               THEN e.posted_at ELSE ${shanghai(sql`e.business_day`)} END`,
      sql`lpad(e.sequence::text, 19, '0')`,
      sql`jsonb_build_object('account', e.number, 'memo', e.memo, 'amountFen', e.amount_fen,
            'balanceFen', e.balance_fen, 'day', e.business_day, 'effect', e.effect,
            'number', e.application_number, 'service', e.service,
            'isTimed', (e.posted_at AT TIME ZONE 'Asia/Shanghai')::date = e.business_day)`,
      sql`FROM (SELECT h.number, l.sequence, l.amount_fen, p.memo, p.effect, p.business_day,
                       p.posted_at, p.application_number, a.service,
                       sum(l.amount_fen) OVER (PARTITION BY l.account_id ORDER BY l.sequence)
                         AS balance_fen
                  FROM housing_account h
                  JOIN ledger_entry l ON l.account_id = 'housing:' || h.number
                  JOIN ledger_posting p ON p.id = l.posting_id
                  LEFT JOIN application a ON a.number = p.application_number
                 WHERE h.person_id = ${asked.personId}::uuid) AS e
         WHERE ${saying(
           asked.words,
           sql`concat_ws(' ', '公积金账户', e.memo, e.number, e.application_number)`,
           (word) => sql`OR e.service = ANY(${codesNamed(serviceNames, word)}::text[])`,
         )}`,
      asked,
    ),
};

const papers: Source = {
  rank: 4,
  kind: "paper",
  select: (asked) =>
    latest(
      4,
      sql`d.created_at`,
      sql`d.number`,
      sql`jsonb_build_object('number', d.number, 'title', d.title, 'case', d.application_number,
            'service', a.service, 'validUntil', d.valid_until, 'supersededBy', d.superseded_by,
            'revokedReason', d.revoked_reason)`,
      sql`FROM document d LEFT JOIN application a ON a.number = d.application_number
         WHERE d.subject_id = ${asked.personId}::uuid ${notAfter(asked, sql`d.created_at`)}
           AND ${saying(asked.words, sql`concat_ws(' ', '文书', d.title, d.number)`)}`,
      asked,
    ),
};

/** The inbox; what went out as a short message says the same. */
const messages: Source = {
  rank: 5,
  kind: "message",
  select: (asked) =>
    latest(
      5,
      sql`m.created_at`,
      sql`m.id`,
      sql`jsonb_build_object('id', m.id, 'title', m.title, 'body', m.body,
            'case', m.application_number, 'service', a.service)`,
      sql`FROM message m LEFT JOIN application a ON a.number = m.application_number
         WHERE m.subject_id = ${asked.personId}::uuid AND m.channel = 'inbox'
               ${notAfter(asked, sql`m.created_at`)}
           AND ${saying(asked.words, sql`concat_ws(' ', '消息', m.title, m.body)`)}`,
      asked,
    ),
};

/** Lets the index by subject and time begin where the page does. */
const notAfter = ({ after }: Asked, column: Sql): Sql =>
  after ? sql`AND ${column} <= ${after.at}::timestamptz` : empty;

export const timelineSources: readonly Source[] = [
  contributions,
  caseSteps,
  windowSteps,
  postings,
  papers,
  messages,
];
