import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderDocument } from "../src/worker/render-document.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const PERSON = "P0000001";
const SERVICE = "/services/participation-certificate";
let test: TestHall;
let number: string;
beforeAll(async () => {
  test = await openTestHall();
  const input = { paper: "certificate", range: null, insurances: [] };
  const { json } = await test.api("POST", `${SERVICE}/check`, { as: PERSON, body: { input } });
  const made = await test.api("POST", `${SERVICE}/applications`, {
    as: PERSON,
    key: randomUUID(),
    body: { input, quoteHash: json.quoteHash },
  });
  number = made.json.documents[0].number;
});
afterAll(() => test.close());

/** A press of which no two papers are the same bytes. */
const press = {
  press: async () => new Uint8Array(Buffer.from(`%PDF-1.7 ${randomUUID()}`)),
  close: async () => undefined,
};

async function downloaded(): Promise<Buffer> {
  const answer = await fetch(`${test.url}/api/v1/documents/${number}`, {
    headers: { Authorization: `Bearer ${await test.tokenOf(PERSON)}` },
  });
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe("an issued paper doesn't change (DOC-4)", () => {
  it("is the same at each download, also where it is made twice at once and once more", async () => {
    await Promise.all([
      renderDocument(test.hall, press, number),
      renderDocument(test.hall, press, number),
    ]);
    const first = await downloaded();
    await renderDocument(test.hall, press, number);
    expect(await downloaded()).toEqual(first);
    const sha256 = createHash("sha256").update(first).digest("hex");
    const { json } = await test.api("GET", `/verification/by-hash/${sha256}`);
    expect(json).toMatchObject({ outcome: "valid", number });
  });

  it("is held by the database itself", async () => {
    const change = (data: object) => test.hall.db.document.update({ where: { number }, data });
    await expect(change({ bytes: new Uint8Array([1]) })).rejects.toThrow(/does not change/);
    await expect(change({ content: {} })).rejects.toThrow(/does not change/);
    await expect(test.hall.db.document.delete({ where: { number } })).rejects.toThrow(
      /does not change/,
    );
  });
});
