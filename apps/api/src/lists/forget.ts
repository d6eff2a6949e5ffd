import { addDays, type Day } from "@hall/domain/dates";
import { dayOf } from "../clock.ts";
import type { Hall } from "../hall.ts";

/** Unfiled lists are kept so long: they hold the numbers of people about whom nothing was decided. */
const KEPT_DAYS = 90;

/** The last whole day on which a list that nobody files is there. */
export const lastDayOfUnfiled = (createdAt: Date): Day => addDays(dayOf(createdAt), KEPT_DAYS - 1);

/** Deletes lists that nobody filed, with their rows. */
export async function forgetUnfiledLists({ db, clock }: Hall): Promise<number> {
  const before = new Date(clock.instant().getTime() - KEPT_DAYS * 86_400_000);
  const { count } = await db.listBatch.deleteMany({
    where: { state: { not: "filed" }, createdAt: { lt: before } },
  });
  return count;
}
