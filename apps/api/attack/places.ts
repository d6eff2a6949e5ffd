import { randomUUID } from "node:crypto";
import type { Endpoint } from "@hall/contracts/endpoint";

/** Kinds of things that an address can name. */
export type Thing =
  | "application"
  | "document"
  | "file"
  | "message"
  | "draft"
  | "session"
  | "batch"
  | "roster"
  | "roster-case"
  | "reminder"
  | "human-review"
  | "rule"
  | "paper-code"
  | "paper-hash"
  | "case"
  | "case-with-rows"
  | "review-request"
  | "contact"
  | "unit"
  | "notice"
  | "member-of-staff"
  | "rating"
  | "awaited"
  | "payment"
  | "payment-batch"
  | "policy-value"
  | "closure"
  | "outbox"
  | "counter-case";

const places: readonly (readonly [RegExp, Thing])[] = [
  [/^\/applications\/\{number\}\/rows/, "roster-case"],
  [/^\/applications\/\{number\}/, "application"],
  [/^\/documents\/\{number\}/, "document"],
  [/^\/files\/\{id\}/, "file"],
  [/^\/messages\/\{id\}/, "message"],
  [/^\/drafts\/\{service\}/, "draft"],
  [/^\/me\/sessions\/\{id\}/, "session"],
  [/^\/services\/remote-care-unit-registration\/batches\/\{id\}/, "roster"],
  [/^\/services\/[\w-]+\/batches\/\{id\}/, "batch"],
  [/^\/reminders\/\{id\}/, "reminder"],
  [/^\/human-reviews\/\{number\}/, "human-review"],
  [/^\/rules\/\{code\}/, "rule"],
  [/^\/verification\/\{code\}/, "paper-code"],
  [/^\/verification\/by-hash\/\{sha256\}/, "paper-hash"],
  [/^\/backoffice\/cases\/\{number\}\/rows/, "case-with-rows"],
  [/^\/backoffice\/cases\/\{number\}/, "case"],
  [/^\/backoffice\/human-reviews\/\{number\}/, "review-request"],
  [/^\/backoffice\/contacts\/\{personalNumber\}/, "contact"],
  [/^\/backoffice\/units\/\{code\}/, "unit"],
  [/^\/backoffice\/notices\/\{id\}/, "notice"],
  [/^\/backoffice\/staff\/\{id\}/, "member-of-staff"],
  [/^\/backoffice\/ratings\/\{number\}/, "rating"],
  [/^\/backoffice\/awaited\/\{number\}/, "awaited"],
  [/^\/backoffice\/payments\/\{id\}/, "payment"],
  [/^\/backoffice\/payment-batches\/\{id\}/, "payment-batch"],
  [/^\/backoffice\/policy\/\{id\}/, "policy-value"],
  [/^\/backoffice\/closures\/\{id\}/, "closure"],
  [/^\/backoffice\/messages\/\{id\}/, "outbox"],
  [/^\/backoffice\/counter-cases\/\{number\}/, "counter-case"],
];

/** What an endpoint's address names; null for nothing. Undefined for a thing that isn't known. */
export function thingOf({ path }: Endpoint): Thing | null | undefined {
  if (!path.includes("{")) return null;
  return places.find(([pattern]) => pattern.test(path))?.[1];
}

/** Names of the right shape that nothing has. */
const absent: Readonly<Record<string, () => string>> = {
  id: randomUUID,
  number: () => "20260101000000000",
  service: () => "no-such-service",
  code: () => "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA",
  sha256: () => "0".repeat(64),
};

/** The address with a name in it; one that nothing has unless told. */
export const addressOf = ({ path }: Endpoint, name?: string): string =>
  `/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) =>
    encodeURIComponent(name ?? absent[parameter]?.() ?? "absent"),
  )}`;
