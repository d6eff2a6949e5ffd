import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";

/** A member of staff, with the person that they are themselves where they are insured here. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly personId: string | null;
}

/** Throws for who isn't staff: the endpoint's access has let nobody else in. */
export async function staffOf({ db }: Hall, actor: Actor): Promise<StaffMember> {
  return db.staff.findUniqueOrThrow({
    where: { id: actor.id },
    select: { id: true, name: true, personId: true },
  });
}

export const staffRef = (id: string | null, names: ReadonlyMap<string, string>) =>
  id === null ? null : { id, name: names.get(id) ?? "" };

/** Names of staff by their id, for showing who did what. */
export async function staffNames(
  { db }: Hall,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await db.staff.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
