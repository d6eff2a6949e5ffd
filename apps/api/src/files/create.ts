import { randomUUID } from "node:crypto";
import { type createFile, MOST_LOOSE_FILES } from "@hall/contracts/files";
import { sizeFaults } from "@hall/domain/evidence";
import type { z } from "zod";
import { instantText } from "../clock.ts";
import { subjectOf } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { created, type Reply } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, untilCommitted, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { findSlot } from "./evidence-slots.ts";
import { cleanName, LIFE_MS } from "./file-row.ts";
import { ALWAYS_EXAMINED_BYTES, overUploadLimit } from "./upload-limits.ts";

type CreateCall = Call<undefined, undefined, z.output<NonNullable<typeof createFile.body>>>;

/** Makes room for a file; what its slot would never take is refused before a byte is sent. */
export async function create(call: CreateCall): Promise<Reply | Refusal> {
  const { service, slot, sizeBytes } = call.body;
  const place = await findSlot(call.hall, service, slot);
  if (!place) return refuse("not-found", "这个事项没有这一项材料。");
  const maxBytes = Math.max(place.maxBytes, ALWAYS_EXAMINED_BYTES);
  const [tooLarge] = sizeBytes > maxBytes ? sizeFaults(place, sizeBytes) : [];
  if (tooLarge) {
    return refuse("too-large", tooLarge.message, {
      errors: [{ path: "/size", message: tooLarge.message }],
    });
  }
  const over = await overUploadLimit(call.hall, call.actor.id);
  if (over) return over;
  const result = await untilCommitted(() => attempt(call));
  return result === "moved" ? refuse("too-many") : result;
}

async function attempt(call: CreateCall): Promise<Reply | Refusal | "moved"> {
  const { hall, actor, body, idempotency } = call;
  const place = await freePlace(call);
  if (place === null) {
    return refuse(
      "conflict",
      `已上传、还没有提交的文件有${MOST_LOOSE_FILES}个，请先删去不用的，再上传新的。`,
    );
  }
  const id = randomUUID();
  const at = hall.clock.system();
  const fileName = cleanName(body.fileName);
  const answer = {
    id,
    service: body.service,
    slot: body.slot,
    fileName,
    state: "receiving",
    sizeBytes: body.sizeBytes,
    receivedBytes: 0,
    mediaType: null,
    width: null,
    height: null,
    pages: null,
    receivedSha256: null,
    storedSha256: null,
    faults: [],
    applicationNumber: null,
    createdAt: instantText(at),
    expiresAt: instantText(new Date(at.getTime() + LIFE_MS)),
  };
  const outcome = await commit(
    hall.db,
    [],
    [
      write(
        "file",
        sql`INSERT INTO evidence_file (id, subject_id, owner_id, service, slot, place, name_cipher,
                                       state, size_bytes, created_at)
            VALUES (${id}::uuid, ${subjectOf(actor)}::uuid, ${actor.id}::uuid, ${body.service},
                    ${body.slot}, ${place}, ${hall.cipher.seal(fileName)}, 'receiving',
                    ${body.sizeBytes}, ${at}) RETURNING 1`,
      ),
      write("idempotency", idempotency.remember(201, answer)),
    ],
  );
  return outcome === "moved" ? "moved" : created(answer, `/files/${id}`);
}

/** The first place that none of the owner's loose files has; two who take the same are told apart
 * by PostgreSQL, so that nobody ever has more than there are. */
async function freePlace({ hall, actor }: CreateCall): Promise<number | null> {
  const taken = await hall.db.evidenceFile.findMany({
    where: { ownerId: actor.id, place: { not: null } },
    select: { place: true },
  });
  const places = new Set(taken.map(({ place }) => place));
  for (let place = 1; place <= MOST_LOOSE_FILES; place += 1) {
    if (!places.has(place)) return place;
  }
  return null;
}
