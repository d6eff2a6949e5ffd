import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import type { FileRow } from "./file-row.ts";

/** A file of the one who uploaded it; null for any other. */
export const ownFile = ({ db }: Hall, actor: Actor, id: string): Promise<FileRow | null> =>
  db.evidenceFile.findFirst({ where: { id, ownerId: actor.id } });
