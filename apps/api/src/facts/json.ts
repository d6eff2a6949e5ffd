import { type Day, day, type Month, monthOf } from "@hall/domain/dates";
import { type Fen, fen } from "@hall/domain/fen";
import { z } from "zod";
import { wallClock } from "../clock.ts";

/** Columns as PostgreSQL's JSON writes them, read into the domain's values. */
export const dayColumn = z.string().transform((text): Day => day(text.slice(0, 10)));
/** An instant, as the Shanghai wall clock showed it. */
export const momentColumn = z.string().transform((text) => wallClock(new Date(text)));
/** Months are stored as their first day. */
export const monthColumn = z.string().transform((text): Month => monthOf(day(text.slice(0, 10))));
export const fenColumn = z.int().transform((amount): Fen => fen(amount));
/** bytea comes as its hexadecimal text. */
export const bytesColumn = z
  .string()
  .transform((text): Uint8Array => Buffer.from(text.replace(/^\\x/, ""), "hex"));
