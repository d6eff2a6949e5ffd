import { deflateSync } from "node:zlib";
import { type EvidenceLimits, MB } from "@hall/domain/evidence";
import { describe, expect, it } from "vitest";
import { checkContent } from "./check-content.ts";
import { makePdf, objectStream, type PdfPart, page, simplePdf } from "./testing/pdf.ts";

const paper: EvidenceLimits = { kinds: ["image", "pdf"], maxBytes: 20 * MB, maxPages: 5 };

async function refusalOf(bytes: Buffer): Promise<string> {
  const verdict = await checkContent(bytes, paper);
  return verdict.fit ? "taken" : verdict.faults.map(({ message }) => message).join("");
}

async function takenOf(bytes: Buffer) {
  const verdict = await checkContent(bytes, paper);
  if (!verdict.fit) throw new Error(verdict.faults[0]?.message);
  return { ...verdict, bytes: Buffer.from(verdict.bytes) };
}

describe("a harmless PDF stays as it came", () => {
  const text: PdfPart = {
    dictionary: "<</Filter/FlateDecode>>",
    data: deflateSync("BT /F1 12 Tf (obj) Tj ET"),
  };
  it.each([
    ["plain", simplePdf()],
    ["with text", simplePdf(1, "", [text])],
    ["that opens on a page", simplePdf(1, "/OpenAction[3 0 R/XYZ null null 0]")],
    ["that goes to a page", simplePdf(1, "/OpenAction<</S/GoTo/D[3 0 R/Fit]>>")],
    ["with a link to click", simplePdf(1, "", ["<</Subtype/Link/A<</S/URI/URI(https://e.cn)>>>>"])],
    ["with packed objects", simplePdf(1, "", [objectStream({ 9: "<</Producer(x)>>" })])],
    [
      "in base 85",
      simplePdf(1, "", [
        { dictionary: "<</Filter[/ASCII85Decode/FlateDecode]>>", data: Buffer.from("GhQ~>") },
      ]),
    ],
    ["that says the word obj", simplePdf(1, "/Lang(an obj here)")],
  ])("%s", async (_, bytes) => {
    const taken = await takenOf(bytes);
    expect(taken.bytes.equals(bytes)).toBe(true);
    expect(taken).toMatchObject({ mediaType: "application/pdf", measured: { pages: 1 } });
  });

  it("up to the pages that its slot takes", async () => {
    expect((await takenOf(simplePdf(5))).measured).toMatchObject({ pages: 5 });
    expect(await refusalOf(simplePdf(6))).toBe("页数不能超过5页，这个文件有6页。");
  });
});

describe("a PDF that could do something", () => {
  const script = "<</S/JavaScript/JS(app.alert(1))>>";
  it.each([
    ["a script on opening", simplePdf(1, `/OpenAction${script}`), /打开时自动执行/],
    ["a script under a disguised name", simplePdf(1, "", ["<</S/J#61vaScr#69pt>>"]), /脚本/],
    ["a script in packed objects", simplePdf(1, "", [objectStream({ 8: script })]), /脚本/],
    ["a script in the tree of names", simplePdf(1, "/Names<</JavaScript 9 0 R>>"), /脚本/],
    [
      "a script in an earlier revision",
      Buffer.concat([simplePdf(1, "", [script]), simplePdf().subarray(9)]),
      /脚本/,
    ],
    [
      "a script within the data of a stream",
      simplePdf(1, "", [{ dictionary: "<<>>", data: Buffer.from(`9 0 obj\n${script}\nendobj`) }]),
      /脚本/,
    ],
    ["a doubled key", simplePdf(1, "", ["<</S/GoTo/S/JavaScript>>"]), /脚本/],
    ["a program", simplePdf(1, "", ["<</S/Launch/F(cmd.exe)>>"]), /启动其他程序/],
    ["sending", simplePdf(1, "", ["<</S/SubmitForm/F(http://e.cn)>>"]), /向外发送/],
    ["calling home on opening", simplePdf(1, "/OpenAction<</S/URI/URI(http://e.cn)>>"), /打开时/],
    ["calling home by reference", simplePdf(1, "/OpenAction 4 0 R", ["<</S/URI>>"]), /打开时/],
    ["acting on closing", simplePdf(1, "/AA<</WC<</S/URI/URI(http://e.cn)>>>>"), /自动执行/],
    ["a file within", simplePdf(1, "/Names<</EmbeddedFiles<</Names[]>>>>"), /附件/],
    ["a file by annotation", simplePdf(1, "", ["<</Subtype/FileAttachment/FS 9 0 R>>"]), /附件/],
    ["a form of XML", simplePdf(1, "/AcroForm<</XFA 9 0 R>>"), /XFA/],
    ["a film", simplePdf(1, "", ["<</Subtype/RichMedia>>"]), /多媒体/],
  ])("%s is refused and named", async (_, bytes, words) => {
    expect(await refusalOf(bytes)).toMatch(words);
  });

  it("a password is told as such", async () => {
    const locked = makePdf(
      ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", page],
      "/Encrypt<</Filter/Standard/V 2>>",
    );
    expect(await refusalOf(locked)).toMatch(/设了密码/);
    const inStream = simplePdf(1, "", [
      { dictionary: "<</Type/XRef/Encrypt 9 0 R>>", data: Buffer.alloc(2) },
    ]);
    expect(await refusalOf(inStream)).toMatch(/设了密码/);
  });
});

describe("a PDF that readers could disagree on, or can't hold", () => {
  const whole = simplePdf(1, "", [{ dictionary: "<<>>", data: Buffer.alloc(400, "q ") }]);
  const stream = (dictionary: string, data: Buffer) => simplePdf(1, "", [{ dictionary, data }]);
  const zeros = (bytes: number) => deflateSync(Buffer.alloc(bytes), { level: 9 });
  const archive = Buffer.from("PK\x05\x06\0\0\0\0\x01\0\x01\0\x30\0\0\0\x10\0\0\0\0\0", "latin1");
  it.each([
    ["torn in half", whole.subarray(0, whole.length >> 1), /不完整或已损坏/],
    ["without its end", whole.subarray(0, whole.length - 8), /不完整或已损坏/],
    ["with something before it", Buffer.concat([Buffer.from("\n"), whole]), /无法识别|文本/],
    ["with something behind it", Buffer.concat([whole, Buffer.from("<script>")]), /附着别的内容/],
    [
      "that is an archive too",
      Buffer.concat([whole, archive.subarray(0, 20), Buffer.from("\x07\0\n%%EOF\n")]),
      /附着别的内容/,
    ],
    [
      "with a wrong length",
      Buffer.from(whole.toString("latin1").replace("/Length 400", "/Length 300"), "latin1"),
      /不完整或已损坏/,
    ],
    [
      "with an object that can't be read",
      Buffer.from(whole.toString("latin1").replace(page, "<</Type/Page/X >>"), "latin1"),
      /不完整或已损坏/,
    ],
    ["without pages", makePdf(["<</Type/Catalog>>"]), /不完整或已损坏/],
    ["packed 200 MB", stream("<</Filter/FlateDecode>>", zeros(200 * MB)), /解开后过大/],
    [
      "of objects packed 60 MB",
      stream("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>", zeros(60 * MB)),
      /解开后过大/,
    ],
    ["packed twice", stream("<</Filter[/FlateDecode/FlateDecode]>>", zeros(MB)), /少见的压缩/],
    ["packed oddly", stream("<</Filter/LZWDecode>>", Buffer.alloc(9)), /少见的压缩/],
    [
      "with a picture of 3,600 million pixels",
      stream("<</Subtype/Image/Width 60000/Height 60000/Filter/CCITTFaxDecode>>", Buffer.alloc(9)),
      /解开后过大/,
    ],
    ["nested without end", simplePdf(1, "", ["[".repeat(5_000)]), /不完整或已损坏/],
  ])("%s", async (_, bytes, words) => {
    expect(await refusalOf(bytes)).toMatch(words);
  });
});
