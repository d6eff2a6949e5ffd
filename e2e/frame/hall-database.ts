import pg from "pg";
import { required } from "./hall.ts";

const COPIED = "202603100";

/**
 * What a journey can't reach through a browser: time that passes, and letting a demo person start
 * over. Nothing is read here that a page should show.
 */
export class HallDatabase {
  readonly #pool = new pg.Pool({ connectionString: required("DATABASE_URL"), max: 2 });

  /** The fifteen minutes of every lock are over. */
  async locksEnd(): Promise<void> {
    await this.#pool.query("DELETE FROM attempt_limit");
  }

  /** A person or unit without drafts and without lists that were begun. */
  async forgetDrafts(number: string): Promise<void> {
    await this.#pool.query(
      `DELETE FROM draft WHERE owner_id IN
         (SELECT id FROM person WHERE personal_number = $1
          UNION SELECT a.id FROM agent a JOIN unit u ON u.id = a.unit_id WHERE u.code = $1)`,
      [number],
    );
  }

  /** The verification code as it is printed on a paper, under the QR code. */
  async codeOfPaper(number: string): Promise<string> {
    const { rows } = await this.#pool.query<{ code: string }>(
      "SELECT verification_code AS code FROM document WHERE number = $1",
      [number],
    );
    const code = rows[0]?.code;
    if (!code) throw new Error(`there is no paper ${number}`);
    return code;
  }

  /** The session has been idle for too long, or somebody ended it elsewhere. */
  async sessionsEnd(personalNumber: string): Promise<void> {
    await this.#pool.query(
      `UPDATE session SET ended_at = now() WHERE ended_at IS NULL AND owner_id =
         (SELECT id FROM person WHERE personal_number = $1)`,
      [personalNumber],
    );
  }

  /** The password as it was issued, to be changed at the first sign-in. */
  async passwordIsIssued(personalNumber: string, from: string): Promise<void> {
    await this.#pool.query(
      `UPDATE credential SET must_change = true, password_hash =
         (SELECT c.password_hash FROM credential c JOIN person p ON p.id = c.owner_id
           WHERE p.personal_number = $2)
        WHERE owner_id = (SELECT id FROM person WHERE personal_number = $1)`,
      [personalNumber, from],
    );
  }

  /** The last step of thirty seconds whose code a member of staff has used. */
  async lastCodeStep(username: string): Promise<number> {
    const { rows } = await this.#pool.query<{ step: string }>(
      "SELECT totp_step::text AS step FROM staff WHERE username = $1",
      [username],
    );
    return Number(rows[0]?.step ?? 0);
  }

  /**
   * Copies of a case as they come in over weeks, of numbers that begin with COPIED: the first
   * tenth is overdue, the next thirty are due today, and all others later.
   */
  async fillQueue(number: string, copies: number): Promise<void> {
    await this.#pool.query(
      `WITH copied AS (
         INSERT INTO application (number, service, subject_id, filed_by, filed_by_name, channel,
                                  object, state, stage, record, findings, policy, rules_version,
                                  quote, submitted_at, accepted_on, due_on)
         SELECT $2 || lpad(n::text, 8, '0'), service, subject_id, filed_by, filed_by_name, channel,
                object || '-' || n, 'submitted', 0, record, findings, policy, rules_version, quote,
                submitted_at - interval '7 days', accepted_on - 7,
                CASE WHEN n <= $3::int / 10 THEN accepted_on - 4
                     WHEN n <= $3::int / 10 + 30 THEN accepted_on
                     ELSE accepted_on + n % 5 + 1 END
           FROM application, generate_series(1, $3::int) n WHERE number = $1
         RETURNING number, submitted_at)
       INSERT INTO case_step (application_number, no, event, state, actor_kind, actor_label, at)
       SELECT number, 1, 'submit', 'submitted', 'person', '本人', submitted_at FROM copied`,
      [number, COPIED, copies],
    );
  }

  /** What is left of the copies is withdrawn. */
  async emptyQueue(): Promise<void> {
    const like = [`${COPIED}%`];
    await this.#pool.query(
      `UPDATE application SET state = 'submitted', assignee_id = NULL
        WHERE number LIKE $1 AND state = 'in-review'`,
      like,
    );
    await this.#pool.query(
      `UPDATE application SET state = 'withdrawn', finished_at = submitted_at
        WHERE number LIKE $1 AND state = 'submitted'`,
      like,
    );
  }

  /** Queries that nobody in particular made, one a minute from nine o'clock of a day. */
  async fillLog(day: string, events: number): Promise<void> {
    await this.#pool.query(
      `INSERT INTO audit_event (at, actor_kind, action, detail)
       SELECT ($1 || 'T09:00:00+08:00')::timestamptz + n * interval '1 minute', 'system',
              'query.make', '{}' FROM generate_series(1, $2::int) n`,
      [day, events],
    );
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
