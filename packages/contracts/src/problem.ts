import { z } from "zod";
import { findingSchema } from "./findings.ts";

/** RFC 9457. `title` and `detail` are Chinese sentences that a citizen can be shown. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  code: z.string().optional(),
  findings: z.array(findingSchema).optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** The new quote, where the confirmed one is stale. */
  quote: z.unknown().optional(),
  quoteHash: z.string().optional(),
  retryAfterSeconds: z.int().optional(),
});

export type Problem = z.infer<typeof problemSchema>;
