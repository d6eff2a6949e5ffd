import { ProblemError } from "@hall/client/problem";
import type { EvidenceSlotJson } from "@hall/contracts/files";
import { type EvidenceInput, type FileJson, listFiles, removeFile } from "@hall/contracts/files";
import type { FileEntry } from "@hall/ui/file-field";
import { useEffect, useState } from "react";
import { call } from "../api/call.ts";
import { newKey } from "../api/confirmed-submission.ts";
import { registerFile, sendRest } from "./send-file.ts";
import { shrinkImage } from "./shrink-image.ts";
import { words } from "./words.ts";

/** A file of a slot, as the page shows it; the server knows it once it has a file id. */
interface Held extends FileEntry {
  readonly slot: string;
  readonly key: string;
  readonly known?: FileJson;
  readonly file?: File;
}

export interface Evidence {
  readonly entriesOf: (slot: string) => readonly FileEntry[];
  readonly add: (slot: EvidenceSlotJson, files: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly retry: (slot: EvidenceSlotJson, id: string) => void;
  /** What a submission names: the files that are there and fit. */
  readonly input: EvidenceInput;
  /** Why a slot isn't in order, as a sentence. */
  readonly faultOf: (slot: EvidenceSlotJson) => string | undefined;
}

/** The files of an application on their way, and those that were uploaded before on any device. */
export function useEvidence(service: string, isUsed: boolean): Evidence {
  const [held, setHeld] = useState<readonly Held[]>([]);
  const change = (id: string, part: Partial<Held>) =>
    setHeld((all) => all.map((each) => (each.id === id ? { ...each, ...part } : each)));
  useUploadedBefore(service, isUsed, setHeld);

  const send = async (slot: EvidenceSlotJson, entry: Held, file: File) => {
    change(entry.id, { state: "sending", percent: 0, error: "" });
    try {
      const small = entry.known ? file : await shrinkImage(file, slot);
      const place = { service, slot: slot.slot };
      const known = entry.known ?? (await registerFile(place, small, entry.key));
      change(entry.id, { known, file: small, sizeBytes: small.size });
      const sent = await sendRest(known, small, (percent) => change(entry.id, { percent }));
      change(entry.id, { known: sent, state: "received", percent: 100 });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { status, detail } = error.problem;
      change(entry.id, { state: "failed", error: status === 0 ? words.broken : detail });
    }
  };
  const add = (slot: EvidenceSlotJson, files: readonly File[]) => {
    const entries = files.map((file) => entryOf(slot.slot, file));
    setHeld((all) => [...all, ...entries]);
    entries.forEach((entry, index) => {
      const file = files[index];
      if (file) void send(slot, entry, file);
    });
  };
  return {
    entriesOf: (slot) => held.filter((each) => each.slot === slot),
    add,
    remove: (id) => {
      const known = held.find((each) => each.id === id)?.known;
      setHeld((all) => all.filter((each) => each.id !== id));
      // What stays behind on the server is removed there within a day.
      if (known) call(removeFile, { params: { id: known.id } }).catch(() => undefined);
    },
    retry: (slot, id) => {
      const entry = held.find((each) => each.id === id);
      if (entry?.file) void send(slot, entry, entry.file);
    },
    input: held.flatMap(({ slot, state, known }) =>
      state === "received" && known ? [{ slot, fileId: known.id }] : [],
    ),
    faultOf: (slot) =>
      faultOf(
        slot,
        held.filter((each) => each.slot === slot.slot),
      ),
  };
}

function entryOf(slot: string, file: File): Held {
  const key = newKey();
  return { id: key, key, slot, file, name: file.name, sizeBytes: file.size, state: "sending" };
}

function faultOf(slot: EvidenceSlotJson, entries: readonly Held[]): string | undefined {
  if (entries.some(({ state }) => state === "sending")) return words.busy(slot.label);
  if (entries.some(({ state }) => state === "failed")) return words.refused(slot.label);
  if (entries.length > slot.maxFiles) return words.tooMany(slot.label, slot.maxFiles);
  return slot.required && entries.length === 0 ? words.required(slot.label) : undefined;
}

/** A draft comes back on another device with its files (APP-3). */
function useUploadedBefore(
  service: string,
  isUsed: boolean,
  setHeld: (change: (all: readonly Held[]) => readonly Held[]) => void,
): void {
  useEffect(() => {
    if (!isUsed) return;
    let isGone = false;
    call(listFiles, { query: { service } })
      .then(({ items }) => {
        if (!isGone) setHeld((all) => [...items.map(heldOf), ...all]);
      })
      // Without the answer nothing is lost: the files can be chosen again.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [service, isUsed, setHeld]);
}

function heldOf(known: FileJson): Held {
  const { id, slot, fileName: name, sizeBytes, state, faults } = known;
  const shared = { id, key: id, slot, name, sizeBytes, known };
  if (state === "ready") return { ...shared, state: "received" };
  const error = faults.map(({ message }) => message).join("") || words.interrupted;
  return { ...shared, state: "failed", error };
}
