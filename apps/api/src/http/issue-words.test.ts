import { describe, expect, it } from "vitest";
import { z } from "zod";
import { issueWords } from "./issue-words.ts";

const words = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: issueWords }).error?.issues.map(({ message }) => message);

describe("what is wrong with a request", () => {
  it.each([
    [z.object({ a: z.string() }), {}, "必填"],
    [z.string(), 1, "应当是文字"],
    [z.int(), 1.5, "应当是整数"],
    [z.object({}), "x", "应当是另一种格式"],
    [z.string().max(3), "abcd", "最多 3 个字"],
    [z.int().max(3), 4, "不能大于 3"],
    [z.array(z.int()).min(1), [], "至少 1 项"],
    [z.enum(["a"]), "b", "不在可选的范围内"],
    [z.strictObject({}), { a: 1 }, "有不需要的内容"],
    [z.uuid(), "x", "格式不对"],
    [z.string().min(1, "请输入密码"), "", "请输入密码"],
  ])("is said in Chinese: %#", (schema, value, said) => {
    expect(words(schema, value)).toEqual([said]);
  });
});
