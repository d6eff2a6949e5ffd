import type { Hall } from "../hall.ts";
import type { Transaction } from "../store/database.ts";

/** The hall as the seed sees it: everything that is written belongs to one transaction. */
export type SeedingHall = Omit<Hall, "db"> & { readonly db: Transaction };
