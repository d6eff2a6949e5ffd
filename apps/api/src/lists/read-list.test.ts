import type { Column } from "@hall/domain/list";
import exceljs from "exceljs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readList } from "./read-list.ts";
import { sheetData, workbookOf, zipOf } from "./testing/zip.ts";
import { writeReport, writeTemplate } from "./write-list.ts";

const column = (key: string, label: string, more: Partial<Column> = {}): Column => ({
  key,
  label,
  required: true,
  example: `${label}例`,
  help: `填写${label}`,
  width: 12,
  ...more,
});

const columns = [
  column("name", "姓名"),
  column("number", "证件号码", { example: "32059920140730993X" }),
  column("sex", "性别", { choices: ["男", "女"], example: "男" }),
  column("born", "出生日期", { example: "2014-07-30" }),
];
const heads = columns.map(({ label }) => label);
const form = { columns, maxRows: 100 };
const sheet = { title: "测试模板", columns, maxRows: 100 };
const one = ["测新一", "32059920140111993X", "男", "2014-01-11"];

const read = (bytes: Buffer, name = "list.xlsx") => readList(bytes, name, form);
const rowsOf = async (bytes: Buffer, name?: string) => {
  const rows = await read(bytes, name);
  if ("unreadable" in rows) throw new Error(rows.unreadable);
  return rows.map(({ line, cells }) => [line, ...columns.map(({ key }) => cells[key] ?? "")]);
};
const problemOf = async (bytes: Buffer, name?: string) => {
  const rows = await read(bytes, name);
  return "unreadable" in rows ? rows.unreadable : rows;
};

async function filledIn(fill: (list: exceljs.Worksheet) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await writeTemplate(sheet)) as never);
  const list = workbook.worksheets[0];
  if (!list) throw new Error("the template has no sheet");
  fill(list);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe("the template comes back filled in", () => {
  it("has the heads, an example that is no row, and drop-down lists", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await writeTemplate(sheet)) as never);
    const list = workbook.worksheets[0];
    expect(list?.getRow(1).values).toEqual([undefined, ...heads]);
    expect(list?.getCell("C5").dataValidation).toMatchObject({ type: "list" });
    expect(list?.getCell("B9").numFmt).toBe("@");
    expect(await problemOf(await writeTemplate(sheet))).toMatch(/一行也没有填写/);
  });

  it("gives texts, numbers and dates as text, with their lines", async () => {
    const bytes = await filledIn((list) => {
      list.getRow(3).values = one;
      const fifth = list.getRow(5);
      fifth.values = ["测新二", 13_800_000_001, "女", new Date("2014-03-12T00:00:00Z")];
      fifth.getCell(4).numFmt = "yyyy-mm-dd";
    });
    expect(await rowsOf(bytes)).toEqual([
      [3, ...one],
      [5, "测新二", "13800000001", "女", "2014-03-12"],
    ]);
  });

  it("takes what is written over the example as a row", async () => {
    const bytes = await filledIn((list) => {
      list.getRow(2).values = one;
    });
    expect(await rowsOf(bytes)).toEqual([[2, ...one]]);
  });

  it("reads rich text, and leaves blank rows out", async () => {
    const bytes = await filledIn((list) => {
      list.getRow(7).values = one;
      list.getCell("A7").value = {
        richText: [{ text: "测新" }, { font: { bold: true }, text: "一" }],
      };
      list.getRow(8).values = ["  ", "", " "];
    });
    expect(await rowsOf(bytes)).toEqual([[7, ...one]]);
  });
});

describe("a changed template", () => {
  it.each([
    [["姓名", "性别", "出生日期"], /缺少“证件号码”/],
    [[...heads, "民族"], /多出“民族”/],
    [[...heads, "姓名"], /重复“姓名”/],
  ])("%j", async (changed, words) => {
    expect(await problemOf(workbookOf(sheetData([changed, one])))).toMatch(words);
  });

  it("may have its columns in another order, and stars at the heads", async () => {
    const bytes = workbookOf(
      sheetData([
        ["*证件号码", "姓 名", "性别", "出生日期"],
        [one[1] ?? "", one[0] ?? "", "男", "2014-01-11"],
      ]),
    );
    expect(await rowsOf(bytes)).toEqual([[2, ...one]]);
  });

  it("names the cell that has no head", async () => {
    expect(await problemOf(workbookOf(sheetData([heads, [...one, "备注"]])))).toMatch(/^E2 /);
  });
});

describe("files that are refused with a sentence (STE-7)", () => {
  const good = sheetData([heads, one]);
  it.each([
    [
      "a formula in a cell",
      workbookOf(sheetData([heads, ["=1+1", ...one.slice(1)]])),
      /^A2 单元格是公式/,
    ],
    ["macros", workbookOf(good, [{ name: "xl/vbaProject.bin", content: "x" }]), /有宏/],
    [
      "links",
      workbookOf(good, [{ name: "xl/externalLinks/externalLink1.xml", content: "<a/>" }]),
      /引用/,
    ],
    ["embedded files", workbookOf(good, [{ name: "xl/embeddings/a.bin", content: "x" }]), /嵌有/],
    [
      "too many entries",
      zipOf(Array.from({ length: 600 }, (_, n) => ({ name: `${n}`, content: "" }))),
      /太大/,
    ],
    ["a zip that is no workbook", zipOf([{ name: "a.txt", content: "x" }]), /不是 xlsx/],
    ["a broken zip", Buffer.from("PK\u0003\u0004 and then nothing"), /不是 xlsx/],
    ["broken XML", workbookOf("<sheetData><row>"), /损坏/],
    ["entities", workbookOf(`<!DOCTYPE a [<!ENTITY b "c">]>${good}`), /损坏/],
    ["old Excel", Buffer.from("d0cf11e0a1b11ae1ffff", "hex"), /旧版/],
    ["nothing", Buffer.alloc(0), /是空的/],
    ["a text under a wrong name", Buffer.from(`${heads.join(",")}\n${one.join(",")}`), /不是 xlsx/],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), /不是 xlsx/],
    [
      "a page of text in a cell",
      workbookOf(sheetData([heads, ["测".repeat(201), ...one.slice(1)]])),
      /^A2 单元格有201个字/,
    ],
    [
      "too many rows",
      workbookOf(sheetData([heads, ...Array.from({ length: 101 }, () => one)])),
      /100行的上限/,
    ],
  ])("%s", async (_, bytes, words) => {
    expect(await problemOf(bytes)).toMatch(words);
  });

  it("a bomb that says how large it is", async () => {
    const bomb = workbookOf("", [
      { name: "xl/media/a.bin", content: Buffer.alloc(110 * 1024 * 1024) },
    ]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await problemOf(bomb)).toMatch(/太大/);
  });

  it("a smaller one that is all air", async () => {
    const bomb = workbookOf("", [
      { name: "xl/media/a.bin", content: Buffer.alloc(20 * 1024 * 1024) },
    ]);
    expect(await problemOf(bomb)).toMatch(/压缩比例/);
  });

  it("a bomb that lies about its size", async () => {
    const air = `${sheetData([heads, one])}${" ".repeat(9_000_000)}`;
    expect(await problemOf(workbookOf(air, [], { declaredSize: 900 }))).toMatch(/损坏/);
  });
});

describe("csv", () => {
  const text = `${heads.join(",")}\r\n${one.join(",")}\r\n\r\n"测,新二",32059920140114991X,女,2014/1/14\r\n`;
  const expected = [
    [2, ...one],
    [4, "测,新二", "32059920140114991X", "女", "2014/1/14"],
  ];
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${text}`)],
    ["GBK", iconv.encode(text, "gbk")],
    [
      "tabs",
      Buffer.from(
        text.replaceAll('"测,新二"', "测、新二").replaceAll(",", "\t").replace("、", ","),
      ),
    ],
  ])("in %s", async (_, bytes) => {
    expect(await rowsOf(bytes, "list.csv")).toEqual(expected);
  });

  it.each([
    ["a formula", Buffer.from(`${heads.join(",")}\n=CMD(),1,男,2014-01-11`), /^A2 单元格是公式/],
    ["bytes of no encoding", Buffer.from("c3ffff80fe0a", "hex"), /编码/],
    ["a program", Buffer.from("7f454c4602010100", "hex"), /也不是 csv/],
    ["an open quote", Buffer.from(`${heads.join(",")}\n"测,1,男,2014-01-11`), /引号/],
  ])("refuses %s", async (_, bytes, words) => {
    expect(await problemOf(bytes, "list.csv")).toMatch(words);
  });
});

describe("the report", () => {
  it("marks the cells, tells in words, and can be mended and sent again", async () => {
    const cells = { name: "测新一", number: "1", sex: "男", born: "2014-01-11" };
    const bytes = await writeReport(sheet, [
      { line: 9, cells, faults: [{ column: "number", message: "证件号码应为18位，现在是1位。" }] },
    ]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes as never);
    const list = workbook.worksheets[0];
    expect(list?.getCell("B2").fill).toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
    expect(JSON.stringify(list?.getCell("B2").note)).toContain("现在是1位");
    expect(list?.getCell("F2").text).toBe("证件号码：证件号码应为18位，现在是1位。");
    expect(list?.getCell("E2").text).toBe("9");
    expect(list?.getCell("A2").fill).not.toMatchObject({ fgColor: { argb: "FFFFC7CE" } });
    expect(await rowsOf(bytes)).toEqual([[2, "测新一", "1", "男", "2014-01-11"]]);
  });
});
