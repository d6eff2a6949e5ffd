import { z } from "zod";
import { daySchema, fenSchema, monthSchema } from "./wire.ts";

export const figureSchema = z.object({
  role: z.enum(["required", "actual", "gap", "detail"]),
  label: z.string(),
  value: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("money"), fen: fenSchema }),
    z.object({ kind: z.literal("day"), day: daySchema }),
    z.object({ kind: z.literal("month"), month: monthSchema }),
    z.object({ kind: z.literal("count"), count: z.number(), unit: z.string() }),
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("link"), text: z.string(), href: z.url({ protocol: /^https?$/ }) }),
  ]),
});
export type FigureJson = z.infer<typeof figureSchema>;

export const citationSchema = z.object({
  kind: z.enum(["handbook", "law", "house"]),
  text: z.string(),
});

export const findingSchema = z
  .object({
    rule: z.string().meta({ example: "FPC-1" }),
    claim: z.string(),
    words: z.string(),
    citation: citationSchema,
    outcome: z.enum(["holds", "fails", "counter", "later"]),
    message: z.string(),
    figures: z.array(figureSchema),
    remedy: z.object({ text: z.string(), service: z.string().optional() }).optional(),
    firstDay: daySchema.optional(),
    at: z.string().optional(),
  })
  .meta({ id: "Finding" });
export type FindingJson = z.infer<typeof findingSchema>;

export const quoteSchema = z
  .object({
    figures: z.array(figureSchema),
    lines: z.array(z.object({ label: z.string(), working: z.string(), amountFen: fenSchema })),
    total: z.object({ label: z.string(), amountFen: fenSchema }).nullable(),
    months: z.array(z.object({ month: monthSchema, beforeFen: fenSchema, afterFen: fenSchema })),
  })
  .meta({ id: "Quote" });
export type QuoteJson = z.infer<typeof quoteSchema>;
