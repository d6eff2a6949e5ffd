import { createHash } from "node:crypto";
import type { QuoteJson } from "@hall/contracts/findings";
import type { FactName } from "@hall/domain/facts";
import type { Request } from "@hall/domain/service";
import { encode } from "../http/encode.ts";
import type { AnyApplication } from "./services.ts";

/** What the person confirms: the quote and the consequence, and the hash that names both. */
export interface Confirmed {
  readonly quote: QuoteJson | null;
  readonly consequence: string;
  readonly quoteHash: string;
}

export function quoteOf(service: AnyApplication, request: Request<FactName, unknown>): Confirmed {
  const quote = (encode(service.quote?.(request) ?? null) as QuoteJson | null) ?? null;
  const consequence = service.consequence(request);
  const quoteHash = createHash("sha256")
    .update(JSON.stringify([quote, consequence]))
    .digest("hex");
  return { quote, consequence, quoteHash };
}
