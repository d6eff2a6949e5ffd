import { expect, it } from "vitest";
import { ruleBook } from "./rule-book.ts";

it("is what docs/rule-book.md says", async () => {
  await expect(ruleBook()).toMatchFileSnapshot("../../../docs/rule-book.md");
});
