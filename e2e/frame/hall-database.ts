import pg from "pg";
import { required } from "./hall.ts";

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

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
