import { randomUUID } from "node:crypto";
import type { decideCase } from "@hall/contracts/backoffice/review";
import type { z } from "zod";
import type { Call } from "../http/route.ts";
import { type Part, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import type { FoundCase } from "./review-case.ts";

export type Decision = z.output<NonNullable<typeof decideCase.body>>;
export type DecideCall = Call<{ number: string }, undefined, Decision>;

export const decisionInsert = ({ actor, body }: DecideCall, { row }: FoundCase, at: Date): Part =>
  write(
    "decision_made",
    sql`INSERT INTO decision (id, application_number, stage, staff_id, kind, reasons, words, missing, refused_rows,
                              at)
        VALUES (${randomUUID()}::uuid, ${row.number}, ${row.stage}::int, ${actor.id}::uuid,
                ${body.kind}, ${body.reasons}::text[], ${body.words},
                ${body.missing.length > 0 ? JSON.stringify(body.missing) : null}::jsonb,
                ${body.rows.length > 0 ? JSON.stringify(body.rows) : null}::jsonb,
                ${at}::timestamptz) RETURNING 1`,
  );
