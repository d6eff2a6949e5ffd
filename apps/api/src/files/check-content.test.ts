import { crc32, deflateSync } from "node:zlib";
import { type EvidenceLimits, KB, MB } from "@hall/domain/evidence";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { checkContent } from "./check-content.ts";
import { checkInThread } from "./check-thread.ts";
import { simplePdf } from "./testing/pdf.ts";

const paper: EvidenceLimits = { kinds: ["image", "pdf"], maxBytes: 20 * MB, maxPages: 5 };
const picture = (width = 60, height = 40, background = "#3377aa") =>
  sharp({ create: { width, height, channels: 3, background } });

async function refusalOf(bytes: Buffer, limits = paper): Promise<string> {
  const verdict = await checkContent(bytes, limits);
  return verdict.fit ? "taken" : verdict.faults.map(({ message }) => message).join("");
}

async function takenOf(bytes: Buffer, limits = paper) {
  const verdict = await checkContent(bytes, limits);
  if (!verdict.fit) throw new Error(verdict.faults[0]?.message);
  return { ...verdict, bytes: Buffer.from(verdict.bytes) };
}

describe("a picture", () => {
  it("loses where and when it was taken, and stands upright", async () => {
    const exif = {
      IFD0: { Make: "Testcam", ImageDescription: "secret" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "31/1 19/1 0/1" },
    };
    const bytes = await picture().withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const before = await sharp(bytes).metadata();
    expect([before.width, before.height, before.orientation]).toEqual([60, 40, 6]);
    const taken = await takenOf(bytes);
    expect(taken.measured).toMatchObject({ format: "jpeg", width: 40, height: 60 });
    const after = await sharp(taken.bytes).metadata();
    expect([after.width, after.height]).toEqual([40, 60]);
    expect([after.exif, after.icc, after.xmp, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(taken.bytes.includes("Testcam")).toBe(false);
  });

  it("loses what was hidden behind or within it", async () => {
    const archive = Buffer.from("PK\x03\x04 payload <script>alert(1)</script>");
    const jpeg = await picture().jpeg().toBuffer();
    const comment = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, archive.length + 2]),
      archive,
      jpeg.subarray(2),
    ]);
    const png = await picture().png().toBuffer();
    for (const polyglot of [
      Buffer.concat([jpeg, archive]),
      comment,
      Buffer.concat([png, archive]),
    ]) {
      const { bytes } = await takenOf(polyglot);
      expect(bytes.includes("payload")).toBe(false);
    }
  });

  it("of WebP is kept as JPEG, or as PNG where it is transparent", async () => {
    expect((await takenOf(await picture().webp().toBuffer())).mediaType).toBe("image/jpeg");
    const clear = picture().ensureAlpha(0.5);
    expect((await takenOf(await clear.webp().toBuffer())).mediaType).toBe("image/png");
    expect((await takenOf(await clear.png().toBuffer())).mediaType).toBe("image/png");
  });

  it("that is torn isn't taken", async () => {
    const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
    const rough = () =>
      sharp({ create: { width: 300, height: 300, channels: 3, background: "#fff", noise } });
    for (const whole of [
      await rough().jpeg().toBuffer(),
      await rough().png().toBuffer(),
      await rough().webp().toBuffer(),
    ]) {
      const half = whole.subarray(0, whole.length >> 1);
      expect(await refusalOf(half)).toMatch(/不完整或已损坏/);
      expect(await refusalOf(whole.subarray(0, 40))).toMatch(/不完整或已损坏/);
    }
  });

  it("of more pixels than can be held is refused by its head", async () => {
    expect(await refusalOf(hugePng(60_000, 60_000))).toMatch(/60000×60000像素，超过5000万像素/);
    const sound = hugePng(12_000, 12_000);
    expect(sound.length).toBeLessThan(64 * KB);
    expect((await sharp(sound).metadata()).width).toBe(12_000);
    expect(await refusalOf(sound)).toMatch(/超过5000万像素/);
  });

  it("is measured point by point where its slot says how it must be", async () => {
    const portrait: EvidenceLimits = {
      kinds: ["image"],
      minBytes: KB,
      maxBytes: 40 * KB,
      image: {
        formats: ["jpeg"],
        minWidth: 358,
        maxWidth: 358,
        minHeight: 441,
        maxHeight: 441,
        minWhiteBorderPercent: 95,
      },
    };
    const white = await picture(358, 441, "#fefefe").jpeg().toBuffer();
    expect((await takenOf(white, portrait)).measured).toMatchObject({ whiteBorderPercent: 100 });
    const grey = await picture(358, 441, "#c8c8c8").jpeg().toBuffer();
    expect(await refusalOf(grey, portrait)).toMatch(/至少95%是白色，这张只有0%/);
    const png = await picture(400, 441, "#fff").png().toBuffer();
    expect(await refusalOf(png, portrait)).toMatch(
      /实际是 PNG 图片，这里只收 JPEG 图片。宽度应为358像素，这张是400像素/,
    );
    const large = Buffer.concat([white, Buffer.alloc(41 * KB - white.length)]);
    expect(await refusalOf(large, portrait)).toMatch(
      /1KB到40KB之间，这个文件是41\.0KB（41,984字节）/,
    );
  });
});

/** A PNG of one colour: what a few kilobytes unpack to is told by its head alone. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8); // one bit, grey
  const rows = Buffer.alloc(Math.min(20_000_000, (Math.ceil(width / 8) + 1) * height));
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, check]);
  };
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a file of another kind", () => {
  const starts = (text: string) => Buffer.concat([Buffer.from(text, "latin1"), Buffer.alloc(600)]);
  it.each([
    ["nothing", Buffer.alloc(0), /空的/],
    ["GIF", starts("GIF89a"), /实际是 GIF 图片，这里只收图片或 PDF 文件。请转存为 JPEG/],
    ["BMP", starts("BM\x36\x10\0\0\0\0\0\0\x36\0\0\0"), /BMP 图片/],
    ["TIFF", starts("II*\0\x08\0\0\0"), /TIFF 图片/],
    ["HEIC", starts("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), /HEIC 照片/],
    ["a film", starts("\0\0\0\x18ftypisom\0\0\0\0isommp42"), /视频/],
    ["Word", starts(`PK\x03\x04${"\0".repeat(26)}[Content_Types].xml`), /Office 文档/],
    ["OFD", starts(`PK\x03\x04${"\0".repeat(26)}OFD.xml`), /OFD 版式文件/],
    ["an archive", starts("PK\x03\x04"), /压缩包，.*请解压后逐个上传/],
    ["old Word", starts("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), /旧版 Office/],
    ["a program", starts("MZ\x90\0"), /实际是程序/],
    ["a page", Buffer.from("<!DOCTYPE html><script>alert(1)</script>"), /网页/],
    ["SVG", Buffer.from('<?xml version="1.0"?>\n<svg xmlns="a" onload="x()"/>'), /SVG 图形/],
    ["text", Buffer.from("姓名：测试"), /实际是文本/],
    ["noise", Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), /无法识别/],
  ])("%s is called what it is", async (_, bytes, words) => {
    expect(await refusalOf(bytes)).toMatch(words);
  });

  it("is told also where the kind is known but not wanted", async () => {
    const pdfOnly: EvidenceLimits = { kinds: ["pdf"], maxBytes: MB };
    expect(await refusalOf(await picture().png().toBuffer(), pdfOnly)).toBe(
      "这个文件实际是 PNG 图片，这里只收 PDF 文件。",
    );
    const imageOnly: EvidenceLimits = { kinds: ["image"], maxBytes: MB };
    expect(await refusalOf(simplePdf(), imageOnly)).toBe("这个文件实际是 PDF 文件，这里只收图片。");
  });
});

describe("a thread for a check", () => {
  it("answers as the check does", async () => {
    const bytes = new Uint8Array(await picture().jpeg().toBuffer());
    expect(await checkInThread({ bytes, limits: paper })).toMatchObject({ fit: true });
  });

  it("is ended when it takes too long", async () => {
    const bytes = new Uint8Array(
      Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(MB, "obj(")]),
    );
    // No time at all: how long a check takes differs by machine.
    expect(await checkInThread({ bytes, limits: paper }, 0)).toMatchObject({
      fit: false,
      faults: [{ message: expect.stringMatching(/太复杂/) }],
    });
  });
});
