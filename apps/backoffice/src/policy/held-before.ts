import type { PolicyValueJson } from "@hall/contracts/backoffice/policy";

/** The released value that holds until `value` begins; null where none did. */
export function heldBefore(
  values: readonly PolicyValueJson[],
  value: Pick<PolicyValueJson, "from">,
): PolicyValueJson | null {
  const earlier = values
    .filter(({ state, from }) => state !== "prepared" && from < value.from)
    .toSorted((a, b) => a.from.localeCompare(b.from));
  return earlier.at(-1) ?? null;
}

/** The last day on which a value holds; `until` is the first on which it doesn't. */
export function lastDayOf(until: string): string {
  return new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
