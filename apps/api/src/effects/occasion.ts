import type { Day } from "@hall/domain/dates";
import type { EffectKind, EffectOf } from "@hall/domain/effects";
import type { Hall } from "../hall.ts";
import type { Part } from "../store/commit.ts";

/** The moment in a case at which effects are written: after which stage, for whom, when. */
export interface Occasion {
  readonly hall: Hall;
  readonly applicationNumber: string;
  /** Position of the stage in the service's process, 0 for the first. */
  readonly stage: number;
  /** Told apart from other effects of the same stage, such as those of a second try. */
  readonly round: number;
  readonly subject: { readonly kind: "person" | "unit"; readonly id: string };
  /** Agent who filed it, where the subject is a unit: messages reach them. */
  readonly filedBy: string;
  readonly serviceName: string;
  /** Mobile number that the case gave for its messages; null: the registered one. */
  readonly mobile: string | null;
  readonly at: Date;
  readonly today: Day;
  /** Numbers of the papers that this stage issues, by slot. */
  readonly documents: ReadonlyMap<string, string>;
}

/** Writes one kind of effect; `id` is derived from case, stage and place, so a retry finds it. */
export type EffectWriter<K extends EffectKind> = (
  effect: EffectOf<K>,
  occasion: Occasion,
  id: string,
) => readonly Part[];

/**
 * The name of a part: unique in its statement, as a PostgreSQL identifier. The case's number is
 * left out, so that the same kind of write is the same prepared statement for every case.
 */
export const partName = (kind: string, id: string): string =>
  `${kind}_${id.split(":").slice(1).join("_").replaceAll(/\W/g, "_").toLowerCase()}`;

export function documentOf({ documents }: Occasion, slot: string): string {
  const number = documents.get(slot);
  if (!number) throw new Error(`no document in slot ${slot} of this stage`);
  return number;
}
