import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ROOT } from "../processes.mjs";
import { LEVELS } from "./asvs-levels.mjs";

const FOLDER = path.join(ROOT, "docs", "security");
/** Sign-in, sessions and tokens, files, logs: all levels. */
const TO_LEVEL_3 = ["V5", "V6", "V7", "V9", "V16"];
const ANSWERS = ["met", "not applicable", "open"];

const requirements = new Map(
  Object.entries(LEVELS).flatMap(([section, levels]) =>
    [...levels].map((level, index) => [`${section}.${index + 1}`, Number(level)]),
  ),
);

const rows = readdirSync(FOLDER).flatMap((file) =>
  readFileSync(path.join(FOLDER, file), "utf8")
    .split("\n")
    .filter((line) => /^\| V\d/.test(line))
    .map((line) => {
      const [, id, level, about, answer, where] = line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      return { file, id, level: Number(level), about, answer, where };
    }),
);

test("the list has as many requirements as the standard", () => {
  assert.equal(requirements.size, 345);
  assert.equal([...requirements.values()].filter((level) => level <= 2).length, 253);
});

test("each requirement is answered once, under its level", () => {
  const answered = rows.map(({ id }) => id);
  assert.deepEqual(
    answered.filter((id, index) => answered.indexOf(id) !== index),
    [],
  );
  const due = [...requirements].filter(
    ([id, level]) => level <= 2 || TO_LEVEL_3.includes(id.split(".")[0]),
  );
  assert.deepEqual(
    due.map(([id]) => id).filter((id) => !answered.includes(id)),
    [],
  );
  for (const { id, level, file } of rows) {
    assert.equal(level, requirements.get(id), id);
    assert.equal(Number(/^v(\d+)-/.exec(file)?.[1]), Number(/^V(\d+)/.exec(id)?.[1]), id);
  }
});

test("each answer says where, why or what is planned, and each named file is there", () => {
  for (const { id, about, answer, where } of rows) {
    assert.ok(ANSWERS.includes(answer), `${id}: ${answer}`);
    assert.ok(about.length > 2 && where.length > 3, id);
    const named = [...where.matchAll(/`([\w.@/-]+\/[\w.@/-]+\.\w+|\.[\w-]+\.mjs)`/g)];
    for (const [, file] of named) assert.ok(existsSync(path.join(ROOT, file)), `${id}: ${file}`);
  }
  const counts = ANSWERS.map(
    (answer) => `${rows.filter((row) => row.answer === answer).length} ${answer}`,
  );
  console.log(`ASVS 5.0, ${rows.length} requirements: ${counts.join(", ")}`);
});
