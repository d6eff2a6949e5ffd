import type { Day } from "./dates.ts";
import { formatCount } from "./figures.ts";
import type { PolicyKey, PolicyReader } from "./policy.ts";

/**
 * Evidence: what a service asks to be uploaded, and whether a file is fit for it. Limits are those
 * of the bytes received, 1 KB being 1024; sizes of pictures are those of the picture upright.
 */

export type EvidenceKind = "image" | "pdf";
export type ImageFormat = "jpeg" | "png" | "webp";

/** What a file must be to be taken. */
export interface EvidenceLimits {
  readonly kinds: readonly [EvidenceKind, ...EvidenceKind[]];
  readonly minBytes?: number;
  readonly maxBytes: number;
  /** Pages of a PDF; 30 unless told. */
  readonly maxPages?: number;
  readonly image?: ImageLimits;
}

/** Pixels, both ends included. */
export interface ImageLimits {
  readonly formats?: readonly [ImageFormat, ...ImageFormat[]];
  readonly minWidth?: number;
  readonly maxWidth?: number;
  readonly minHeight?: number;
  readonly maxHeight?: number;
  /** Share of the border that must be white, as `whiteBorderPercent` measures it; 0 to 100. */
  readonly minWhiteBorderPercent?: number;
}

export type PictureOutline = "portrait";

/** Limits that are policy: those in force on the day of the request. */
export interface DatedLimits {
  readonly reads: readonly PolicyKey[];
  readonly limitsOn: (policy: PolicyReader, on: Day) => EvidenceLimits;
}

/** A place for evidence as a service declares it. `Asked` is the service's request. */
export type EvidenceSlot<Asked = never> = SlotHead<Asked> & (EvidenceLimits | DatedLimits);

/** A place for evidence with the limits of a day. */
export type LimitedSlot<Asked = never> = SlotHead<Asked> & EvidenceLimits;

interface SlotHead<Asked> {
  /** In kebab-case; unique within the service. */
  readonly slot: string;
  readonly label: string;
  readonly help?: string;
  /** Asked for whenever the slot applies; others may stay empty. */
  readonly required: boolean;
  readonly maxFiles: number;
  /** What is drawn over the picture while it is cut to size, and for the reviewer. */
  readonly outline?: PictureOutline;
  /** Absent where it applies to everybody; `words` say to whom, for the guide. */
  readonly when?: { readonly words: string; readonly holds: (asked: Asked) => boolean };
}

/** What a file was found to be, by its content. */
export type Measured =
  | {
      readonly kind: "image";
      readonly format: ImageFormat;
      readonly sizeBytes: number;
      readonly width: number;
      readonly height: number;
      /** Null where nothing asked for it. */
      readonly whiteBorderPercent: number | null;
    }
  | { readonly kind: "pdf"; readonly sizeBytes: number; readonly pages: number };

/** A point in which a file isn't fit, with what was measured. */
export interface EvidenceFault {
  readonly point: "kind" | "format" | "size" | "width" | "height" | "background" | "pages";
  readonly message: string;
}

export const KB = 1024;
export const MB = 1024 * KB;
export const MOST_PAGES = 30;

/** Where further files of an answered supplement go, in every service that staff review. */
export const supplementSlot: LimitedSlot<unknown> = {
  slot: "supplement",
  label: "补充材料",
  required: false,
  kinds: ["image", "pdf"],
  maxBytes: 10 * MB,
  maxFiles: 10,
};

export const kindNames: Readonly<Record<EvidenceKind, string>> = {
  image: "图片",
  pdf: "PDF 文件",
};

export const formatNames: Readonly<Record<ImageFormat, string>> = {
  jpeg: "JPEG 图片",
  png: "PNG 图片",
  webp: "WebP 图片",
};

/** Chinese runs on into Chinese; before a Latin word stands a space. */
export const spaced = (words: string): string => (/^[A-Za-z]/.test(words) ? ` ${words}` : words);

/** `这个文件实际是 PNG 图片，这里只收 JPEG 图片。` */
export const kindFault = (found: string, limits: EvidenceLimits, hint = ""): EvidenceFault => ({
  point: "kind",
  message: `这个文件实际是${spaced(found)}，这里只收${spaced(takesText(limits))}。${hint}`,
});

/** What a slot takes, in words: `JPEG 图片或 PDF 文件`. */
export function takesText({ kinds, image }: EvidenceLimits): string {
  const names = kinds.flatMap((kind) =>
    kind === "image" && image?.formats
      ? image.formats.map((format) => formatNames[format])
      : [kindNames[kind]],
  );
  return names.map((name, index) => (index > 0 ? spaced(name) : name)).join("或");
}

/** The limits of a slot in words, for guide and form: what is taken, how large, how it looks. */
export function limitsText(limits: EvidenceLimits & { readonly maxFiles: number }): string {
  const { minBytes = 1, maxBytes, maxFiles, image = {} } = limits;
  const size =
    minBytes > 1
      ? `${roundSize(minBytes)}到${roundSize(maxBytes)}`
      : `${maxFiles > 1 ? "每个" : ""}不超过${roundSize(maxBytes)}`;
  const white = image.minWhiteBorderPercent;
  return [
    takesText(limits),
    size,
    sideText("宽", image.minWidth, image.maxWidth),
    sideText("高", image.minHeight, image.maxHeight),
    white === undefined ? null : `背景纯白（边缘至少${white}%是白色）`,
    maxFiles > 1 ? `最多${maxFiles}个` : null,
  ]
    .filter((part) => part !== null)
    .join("，");
}

function sideText(name: string, least?: number, most?: number): string | null {
  if (least === undefined && most === undefined) return null;
  if (least === most) return `${name}${least}像素`;
  if (most === undefined) return `${name}至少${least}像素`;
  return least === undefined ? `${name}最多${most}像素` : `${name}${least}到${most}像素`;
}

/** Every point in which the file isn't fit, each by itself; none for a file that may be taken. */
export function evidenceFaults(
  limits: EvidenceLimits,
  measured: Measured,
): readonly EvidenceFault[] {
  if (!limits.kinds.includes(measured.kind)) {
    const found = measured.kind === "image" ? formatNames[measured.format] : kindNames.pdf;
    return [kindFault(found, limits)];
  }
  const own =
    measured.kind === "image" ? imageFaults(limits, measured) : pdfFaults(limits, measured);
  return [...sizeFaults(limits, measured.sizeBytes), ...own];
}

/** Known before the first byte is sent, and again when all have come. */
export function sizeFaults(
  { minBytes = 1, maxBytes }: EvidenceLimits,
  sizeBytes: number,
): readonly EvidenceFault[] {
  if (sizeBytes >= minBytes && sizeBytes <= maxBytes) return [];
  const found = `这个文件是${sizeText(sizeBytes)}`;
  if (sizeBytes === 0) return [{ point: "size", message: "这个文件是空的，请重新选择。" }];
  const wanted =
    minBytes > 1
      ? `大小应在${roundSize(minBytes)}到${roundSize(maxBytes)}之间`
      : `大小不能超过${roundSize(maxBytes)}`;
  return [{ point: "size", message: `${wanted}，${found}。` }];
}

type MeasuredImage = Extract<Measured, { kind: "image" }>;

function imageFaults(
  { image = {} }: EvidenceLimits,
  found: MeasuredImage,
): readonly EvidenceFault[] {
  const faults: EvidenceFault[] = [];
  if (image.formats && !image.formats.includes(found.format)) {
    const only: EvidenceLimits = { kinds: ["image"], maxBytes: 0, image };
    faults.push({ ...kindFault(formatNames[found.format], only), point: "format" });
  }
  const width = spanFault("宽度", found.width, image.minWidth, image.maxWidth);
  if (width !== null) faults.push({ point: "width", message: width });
  const height = spanFault("高度", found.height, image.minHeight, image.maxHeight);
  if (height !== null) faults.push({ point: "height", message: height });
  const white = image.minWhiteBorderPercent;
  if (white !== undefined && found.whiteBorderPercent !== null) {
    if (found.whiteBorderPercent < white) {
      faults.push({
        point: "background",
        message: `背景应为纯白：边缘至少${white}%是白色，这张只有${found.whiteBorderPercent}%。`,
      });
    }
  }
  return faults;
}

function spanFault(name: string, found: number, least = 1, most = Infinity): string | null {
  if (found >= least && found <= most) return null;
  if (least === most) return `${name}应为${least}像素，这张是${found}像素。`;
  if (most === Infinity) return `${name}不能小于${least}像素，这张是${found}像素。`;
  if (least <= 1) return `${name}不能大于${most}像素，这张是${found}像素。`;
  return `${name}应在${least}到${most}像素之间，这张是${found}像素。`;
}

function pdfFaults(
  { maxPages = MOST_PAGES }: EvidenceLimits,
  { pages }: Extract<Measured, { kind: "pdf" }>,
): readonly EvidenceFault[] {
  if (pages <= maxPages) return [];
  return [{ point: "pages", message: `页数不能超过${maxPages}页，这个文件有${pages}页。` }];
}

/** A slot with the limits that hold for it on that day. Throws PolicyGap where policy has none. */
export function slotOn<Asked>(
  slot: EvidenceSlot<Asked>,
  policy: PolicyReader,
  on: Day,
): LimitedSlot<Asked> {
  if (!("limitsOn" in slot)) return slot;
  const { reads: _reads, limitsOn, ...head } = slot;
  return { ...head, ...limitsOn(policy, on) };
}

/** What a request tells of the day on which its files are judged. */
interface Dated {
  readonly policy: PolicyReader;
  readonly today: Day;
}

/** The slots that this request has to do with, with the limits of its day. */
export const slotsFor = <Asked extends Dated>(
  slots: readonly EvidenceSlot<Asked>[],
  asked: Asked,
): readonly LimitedSlot<Asked>[] =>
  slots
    .filter(({ when }) => when?.holds(asked) ?? true)
    .map((slot) => slotOn(slot, asked.policy, asked.today));

/** Where the files of a submission don't fit its slots: which slot, and why. */
export function slotFaults(
  slots: readonly Pick<LimitedSlot, "slot" | "label" | "required" | "maxFiles">[],
  attached: readonly { readonly slot: string }[],
): readonly { readonly slot: string; readonly message: string }[] {
  const count = (slot: string) => attached.filter((file) => file.slot === slot).length;
  const faults = slots.flatMap(({ slot, label, required, maxFiles }) => {
    if (required && count(slot) === 0) return [{ slot, message: `请上传“${label}”。` }];
    if (count(slot) <= maxFiles) return [];
    return [{ slot, message: `“${label}”最多上传${maxFiles}个文件，现在有${count(slot)}个。` }];
  });
  const known = new Set(slots.map(({ slot }) => slot));
  const strangers = new Set(attached.map(({ slot }) => slot).filter((slot) => !known.has(slot)));
  return [
    ...faults,
    ...[...strangers].map((slot) => ({ slot, message: "这次申请不需要这项材料，请移除。" })),
  ];
}

/** A limit as it stands in the rule: whole KB or MB. */
export function roundSize(bytes: number): string {
  if (bytes >= MB && bytes % MB === 0) return `${bytes / MB}MB`;
  return `${Number((bytes / KB).toFixed(1))}KB`;
}

/** A size as measured; to the byte, since a limit is passed by one. */
export function sizeText(bytes: number): string {
  const exact = `${formatCount(bytes)}字节`;
  if (bytes < KB) return exact;
  const rounded = bytes < MB ? `${(bytes / KB).toFixed(1)}KB` : `${(bytes / MB).toFixed(1)}MB`;
  return `${rounded}（${exact}）`;
}
