import { expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

it.each([
  [`attachment; filename="?.xlsx"; filename*=UTF-8''%E6%A8%A1%E6%9D%BF.xlsx`, "模板.xlsx"],
  [`attachment; filename="list.xlsx"`, "list.xlsx"],
  [`attachment; filename*=UTF-8''%E6%A8`, "另存.xlsx"],
  ["", "另存.xlsx"],
])("reads %s", (header, name) => {
  const response = new Response(null, { headers: header ? { "Content-Disposition": header } : {} });
  expect(fileNameOf(response, "另存.xlsx")).toBe(name);
});
