import {
  type EvidenceFault,
  type EvidenceLimits,
  evidenceFaults,
  formatNames,
  type Measured,
  roundSize,
  sizeText,
} from "./evidence.ts";

/** One point in which a picture is measured, fit or not. */
export interface EvidencePoint {
  readonly point: EvidenceFault["point"];
  readonly label: string;
  /** What the slot asks for. */
  readonly wanted: string;
  /** What was measured. */
  readonly found: string;
  readonly fits: boolean;
}

/** Every point that the slot limits, with what was measured; the page shows it before the upload. */
export function imagePoints(
  limits: EvidenceLimits,
  measured: Extract<Measured, { kind: "image" }>,
): readonly EvidencePoint[] {
  const { minBytes = 1, maxBytes, image = {} } = limits;
  const faulty = new Set(evidenceFaults(limits, measured).map(({ point }) => point));
  const white = image.minWhiteBorderPercent;
  const points = [
    point(
      "format",
      "格式",
      image.formats?.map((each) => formatNames[each]).join("、"),
      () => formatNames[measured.format],
    ),
    point("size", "大小", `${roundSize(minBytes)}到${roundSize(maxBytes)}`, () =>
      sizeText(measured.sizeBytes),
    ),
    point(
      "width",
      "宽度",
      sideWanted(image.minWidth, image.maxWidth),
      () => `${measured.width}像素`,
    ),
    point(
      "height",
      "高度",
      sideWanted(image.minHeight, image.maxHeight),
      () => `${measured.height}像素`,
    ),
    point(
      "background",
      "白色背景",
      white === undefined ? undefined : `边缘至少${white}%是白色`,
      () => `${measured.whiteBorderPercent ?? 0}%`,
    ),
  ];
  return points.flatMap((each) => (each ? [{ ...each, fits: !faulty.has(each.point) }] : []));
}

function point(
  name: EvidenceFault["point"],
  label: string,
  wanted: string | undefined,
  found: () => string,
): Omit<EvidencePoint, "fits"> | null {
  return wanted === undefined ? null : { point: name, label, wanted, found: found() };
}

function sideWanted(least?: number, most?: number): string | undefined {
  if (least === undefined && most === undefined) return undefined;
  if (least === most) return `${least}像素`;
  return `${least ?? 1}到${most ?? "不限"}像素`;
}
