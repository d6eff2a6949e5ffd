import type { Hall } from "../hall.ts";

const HOUR_MS = 3_600_000;

/**
 * Until when nothing is paid to these people: so many hours (policy `payout.coolingHours`) after
 * their phone or one of their cards changed (XPL-13). Who isn't held isn't in it.
 */
export async function heldUntilOf(
  hall: Hall,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const { db } = hall;
  const since = await holdsSince(hall);
  const holdMs = hall.clock.instant().getTime() - since.getTime();
  const ids = { in: [...personIds] };
  const [phones, cards] = await Promise.all([
    db.person.findMany({
      where: { id: ids, mobileChangedAt: { gt: since } },
      select: { id: true, mobileChangedAt: true },
    }),
    db.payoutAccount.findMany({
      where: { personId: ids, changedAt: { gt: since } },
      select: { personId: true, changedAt: true },
    }),
  ]);
  const changes = [
    ...phones.map(({ id, mobileChangedAt }) => [id, mobileChangedAt] as const),
    ...cards.map(({ personId, changedAt }) => [personId, changedAt] as const),
  ];
  const held = new Map<string, Date>();
  for (const [id, changedAt] of changes) {
    const until = (changedAt?.getTime() ?? 0) + holdMs;
    if (until > (held.get(id)?.getTime() ?? 0)) held.set(id, new Date(until));
  }
  return held;
}

/** A change after this moment still holds. */
export async function holdsSince({ policy, clock }: Hall): Promise<Date> {
  const { book } = await policy.at();
  const hours = book.on("payout.coolingHours", clock.now().toPlainDate());
  return new Date(clock.instant().getTime() - hours * HOUR_MS);
}
