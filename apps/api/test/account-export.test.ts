import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { sections, withheld } from "../src/account/export/sections.ts";
import { DEMO_PASSWORD } from "../src/seed/password.ts";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

// AUD-3: a person can take away all that is held about them.

let test: TestHall;
let number: string;
let personId: string;
beforeAll(async () => {
  test = await openTestHall();
  number = await caseWalk(test).approved("P0000012");
  const { db } = test.hall;
  personId = (await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000012" } })).id;
  await db.document.updateMany({
    where: { subjectId: personId },
    data: { bytes: Buffer.from("%PDF-1.7 paper"), sha256: "0".repeat(64), renderedAt: new Date() },
  });
});
afterAll(() => test.close());

const ask = (password: string, as = "P0000012") =>
  test.api("post", "/account/export", { as, body: { password } });

async function unpacked(bytes: ArrayBuffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<yauzl.ZipFile>((done, fail) =>
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: false }, (error, file) =>
      error ? fail(error) : done(file),
    ),
  );
  const entries: yauzl.Entry[] = [];
  zip.on("entry", (entry) => entries.push(entry));
  await once(zip, "end");
  const read = (entry: yauzl.Entry) =>
    new Promise<Buffer>((done, fail) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => done(Buffer.concat(parts)));
        stream.on("error", fail);
      }),
    );
  return new Map(
    await Promise.all(entries.map(async (entry) => [entry.fileName, await read(entry)] as const)),
  );
}

describe("the export of all that is held", () => {
  let files: Map<string, Buffer>;

  it("asks for the password, and logs a wrong one", async () => {
    const { status, problem } = await ask("not-it");
    expect([status, problem.errors?.[0]?.path]).toEqual([400, "/password"]);
    const logged = await test.hall.db.auditEvent.findFirst({
      where: { action: "password.confirm-fail", subjectId: personId },
    });
    expect(logged).not.toBeNull();
  });

  it("is one archive with a page, data and each paper, and is logged", async () => {
    const answer = await ask(DEMO_PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    files = await unpacked(answer.json);
    const names = [...files.keys()];
    expect(names.slice(0, 2)).toEqual(["请先打开.html", "机器可读.json"]);
    expect(names.some((name) => name.startsWith("文书/") && name.endsWith(".pdf"))).toBe(true);
    const paper = names.find((name) => name.startsWith("文书/")) ?? "";
    expect(files.get(paper)?.toString()).toBe("%PDF-1.7 paper");
    const logged = await test.hall.db.auditEvent.findFirstOrThrow({
      where: { action: "person.export", subjectId: personId },
    });
    expect(logged.actorKind).toBe("person");
  });

  it("gives the person's own numbers whole, in both parts", () => {
    const html = files.get("请先打开.html")?.toString() ?? "";
    const json = JSON.parse(files.get("机器可读.json")?.toString() ?? "");
    expect(json.sections.person.rows).toMatchObject([
      { personal_number: "P0000012", identity_cipher: "341299197604129934" },
    ]);
    for (const part of [html, JSON.stringify(json)]) {
      expect(part).toContain("341299197604129934");
      expect(part).toContain("13800000012");
      expect(part).toContain(number);
    }
    expect(html).toContain("测离一");
    expect(html).not.toContain("undefined");
    expect(html).not.toContain("[object");
    expect(json.sections.applications.rows[0].record.input).toMatchObject({
      payee: "citizen-card",
    });
    expect(json.sections.contributions.rows.length).toBeGreaterThan(0);
  });

  it("leaves out nobody's name or number but the person's own", async () => {
    const json = files.get("机器可读.json")?.toString() ?? "";
    const others = await test.hall.db.person.findMany({
      where: { id: { not: personId } },
      select: { personalNumber: true },
    });
    for (const { personalNumber } of others) expect(json).not.toContain(personalNumber);
    expect(json).not.toContain("reviewer1");
    expect(json).not.toContain("$argon2");
  });

  it("writes what somebody typed as text and not as markup", async () => {
    const { db } = test.hall;
    await db.person.update({
      where: { id: personId },
      data: { householdAddress: "<img src=x onerror=alert(1)>" },
    });
    const again = await unpacked((await ask(DEMO_PASSWORD)).json);
    expect(again.get("请先打开.html")?.toString()).not.toContain("<img");
  });

  it("is given three times a day", async () => {
    expect((await ask(DEMO_PASSWORD)).status).toBe(200);
    const { status, problem, headers } = await ask(DEMO_PASSWORD);
    expect(status).toBe(429);
    expect(problem.detail).toContain("24 小时");
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(80_000);
  });

  it("is a person's alone", async () => {
    expect((await ask(DEMO_PASSWORD, "U0000004")).status).toBe(403);
    expect((await ask(DEMO_PASSWORD, "reviewer1")).status).toBe(403);
  });
});

describe("nothing about a person is forgotten", () => {
  it("every table with a person in it is exported, or named with the reason why not", async () => {
    const rows = await test.hall.db.$queryRaw<{ table_name: string }[]>`
      SELECT DISTINCT table_name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('person_id', 'subject_id', 'owner_id')
       ORDER BY table_name`;
    const told = new Set([...sections.flatMap(({ tables }) => tables), ...Object.keys(withheld)]);
    const forgotten = rows.map(({ table_name }) => table_name).filter((name) => !told.has(name));
    expect(forgotten).toEqual([]);
  });

  it("each section reads, and has every column that it names", async () => {
    for (const { name, columns, rows } of sections) {
      const [row] = await test.hall.db.$queryRaw<Record<string, unknown>[]>(rows(personId));
      const missing = row ? columns.map(({ key }) => key).filter((key) => !(key in row)) : [];
      expect([name, missing]).toEqual([name, []]);
    }
  });
});
