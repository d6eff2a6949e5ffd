import { day, month } from "@hall/domain/dates";
import { z } from "zod";

/** Money on the wire: an integer number of fen, in fields that end in `Fen`. */
export const fenSchema = z.int().describe("金额，单位：分");

export const daySchema = z
  .string("请填写日期")
  .regex(/^\d{4}-\d{2}-\d{2}$/, "请按 2026-03-18 的格式填写日期")
  .meta({ format: "date", example: "2026-03-18" });

export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "请按 2026-03 的格式填写月份")
  .meta({ example: "2026-03" });

export const instantSchema = z.string().meta({ format: "date-time" });

/** A day as the domain wants it; a date that isn't in the calendar is refused in words. */
export const dayInput = daySchema.transform((text, context) => {
  try {
    return day(text);
  } catch {
    context.addIssue("这一天在日历上不存在，请核对");
    return z.NEVER;
  }
});

export const monthInput = monthSchema.transform((text) => month(text));

/** Pages by cursor: a key, never an offset. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
