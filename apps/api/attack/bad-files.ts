import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { simplePdf } from "../src/files/testing/pdf.ts";
import { sheetData, workbookOf, zipOf } from "../src/lists/testing/zip.ts";

const photo = (format: "jpeg" | "png" = "jpeg") =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: "#a55" } })
    [format]()
    .toBuffer();

const text = (words: string) => Buffer.from(words, "latin1");
const padded = (start: string) => Buffer.concat([text(start), Buffer.alloc(600)]);

/** Few bytes that would unpack to 15 times what a machine has. */
async function pixelFlood(): Promise<Buffer> {
  const png = await photo("png");
  const flood = Buffer.from(png);
  flood.writeUInt32BE(60_000, 16);
  flood.writeUInt32BE(60_000, 20);
  return flood;
}

const air = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
const flate = (data: Buffer, filter = "/FlateDecode") =>
  simplePdf(1, "", [{ dictionary: `<</Filter${filter}>>`, data }]);

/** Evidence that must never be kept, with a name that says otherwise. */
export const badEvidence = async (): Promise<readonly (readonly [string, string, Buffer])[]> => [
  ["a pixel flood", "正面.png", await pixelFlood()],
  ["a PDF that unpacks to 200 MB", "a.pdf", flate(air(200))],
  ["a PDF packed twice", "a.pdf", flate(deflateSync(air(60)), "[/FlateDecode/FlateDecode]")],
  [
    "a PDF with a script",
    "a.pdf",
    simplePdf(1, "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
  ],
  ["a PDF that starts a program", "a.pdf", simplePdf(1, "", ["<</S/Launch/F(cmd.exe)>>"])],
  ["a PDF with a file in it", "a.pdf", simplePdf(1, "/Names<</EmbeddedFiles<</Names[]>>>>")],
  ["a PDF of 5,000 pages", "a.pdf", simplePdf(5_000)],
  ["an archive named as a photo", "正面.jpg", zipOf([{ name: "../../x.sh", content: "rm -rf /" }])],
  ["a zip bomb named as a PDF", "a.pdf", zipOf([{ name: "a", content: Buffer.alloc(30_000_000) }])],
  ["a page named as a photo", "正面.jpg", text("<!doctype html><script>alert(1)</script>")],
  [
    "an SVG with a script",
    "正面.png",
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ],
  ["a program behind two endings", "正面.jpg.exe", padded("MZ\x90\0")],
  ["a program named as a photo", "正面.jpg", padded("\x7fELF\x02\x01\x01")],
  ["a script of the shell", "正面.jpg", text("#!/bin/sh\nrm -rf /\n")],
  ["a GIF", "正面.gif", padded("GIF89a")],
  ["half a photo", "正面.jpg", (await photo()).subarray(0, 400)],
  ["noise", "正面.jpg", Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 7) % 256))],
  ["a page before a PDF", "a.pdf", Buffer.concat([text("<script>1</script>"), simplePdf(1)])],
];

/** Photos that hide something, which is gone afterwards. */
export async function hiding(): Promise<readonly (readonly [string, Buffer, string])[]> {
  const secret = "GPS-31.3-120.7-secret";
  const payload = text(`PK\x03\x04 ${secret} <script>alert(1)</script>`);
  const jpeg = await photo();
  const png = await photo("png");
  const tagged = await sharp(jpeg)
    .withExif({ IFD0: { Make: secret, ImageDescription: secret } })
    .jpeg()
    .toBuffer();
  const comment = Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xfe, 0, payload.length + 2]),
    payload,
    jpeg.subarray(2),
  ]);
  return [
    ["where and by what it was taken", tagged, secret],
    ["an archive behind a JPEG", Buffer.concat([jpeg, payload]), secret],
    ["a comment in a JPEG", comment, secret],
    ["an archive behind a PNG", Buffer.concat([png, payload]), secret],
  ];
}

export const badNames: readonly string[] = [
  "../../../etc/passwd",
  "..\\..\\windows\\system32\\x.jpg",
  "/etc/cron.d/x.jpg",
  "a\r\nSet-Cookie: x=1.jpg",
  'a"; filename="b.html',
  "\u202egpj.exe",
  "con.jpg",
  ".htaccess",
  `${"长".repeat(250)}.jpg`,
  "<img src=x onerror=alert(1)>.jpg",
];

/** Lists that are none. */
export const badLists: readonly (readonly [string, string, Buffer])[] = [
  ["a bomb of 110 MB", "a.xlsx", bomb(110)],
  ["a bomb that is all air", "a.xlsx", bomb(20)],
  ["a bomb that lies", "a.xlsx", workbookOf(" ".repeat(9_000_000), [], { declaredSize: 900 })],
  [
    "600 parts",
    "a.xlsx",
    zipOf(Array.from({ length: 600 }, (_, n) => ({ name: `${n}`, content: "" }))),
  ],
  [
    "a workbook that reads a file of the server's",
    "a.xlsx",
    workbookOf('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sheetData>&e;</sheetData>'),
  ],
  [
    "a workbook that laughs a billion times",
    "a.xlsx",
    workbookOf(
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sheetData>&b;</sheetData>',
    ),
  ],
  ["a path that leads out", "a.xlsx", zipOf([{ name: "../../../tmp/x", content: "x" }])],
  ["a formula that calls out", "a.csv", Buffer.from('姓名\n"=HYPERLINK(""http://e.cn"",""x"")"')],
  ["a program", "a.csv", padded("MZ\x90\0")],
  ["a page", "a.csv", text("<script>alert(1)</script>")],
  ["a list of one long row", "a.csv", Buffer.from(`姓名${",x".repeat(200_000)}`)],
  ["a cell without an end", "a.csv", Buffer.from(`姓名\n"${"x".repeat(500_000)}`)],
  ["an empty workbook", "a.xlsx", workbookOf(sheetData([]))],
];

function bomb(megabytes: number): Buffer {
  const content = Buffer.alloc(megabytes * 1024 * 1024);
  return workbookOf("", [{ name: "xl/media/a.bin", content }]);
}
