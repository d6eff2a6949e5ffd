import { expect, test } from "vitest";
import { occasionName, orderName, referenceName } from "./names.ts";

test("an order is called by its case and its place among the case's orders", () => {
  expect(orderName("20260317069284104:0:0:withdrawal")).toBe("20260317069284104 第 1 笔");
  expect(orderName("20260317069284104:0:1:withdrawal")).toBe("20260317069284104 第 2 笔");
});

test("what is no order of ours is shown as the bank wrote it", () => {
  expect(orderName("X-77")).toBe("X-77");
  expect(orderName("")).toBe("");
});

test("a posting's occasion is said in Chinese or not at all", () => {
  expect(occasionName("interest")).toBe("利息");
  expect(occasionName("seed")).toBe("期初");
  expect(occasionName("toString")).toBeNull();
});

test("what a difference is about is named", () => {
  expect(referenceName("20260317069284104:0:0:withdrawal:paid")).toBe("20260317069284104 第 1 笔");
  expect(referenceName("housing:320500123")).toBe("住房公积金账户 320500123");
  expect(referenceName("control:payments-in-transit")).toBe("付款在途");
  expect(referenceName("B20260317-000001")).toBe("B20260317-000001");
});
