import { day } from "../../dates.ts";
import { KB, type Measured } from "../../evidence.ts";
import type { Example, ExpectedEffect } from "../../examples/example.ts";
import type { CardStatus } from "../../facts.ts";
import type { PersonFacts } from "../../personas/persona.ts";
import type { CardPhotoInput } from "./input.ts";

const at = "2026-03-18T10:00:00";
const input: CardPhotoInput = { mobile: "13800000014" };
const fit: Measured = {
  kind: "image",
  format: "jpeg",
  sizeBytes: 24 * KB,
  width: 358,
  height: 441,
  whiteBorderPercent: 99,
};
const produced: readonly ExpectedEffect[] = [
  { kind: "card.produce", on: day("2026-03-18") },
  { kind: "message.send", template: "photo-approved", values: { day: "2026年3月18日" } },
];

const taken = (
  title: string,
  different: Partial<typeof fit> = {},
  more: Partial<Example<CardPhotoInput>> = {},
) =>
  ({
    title,
    persona: "P14",
    at,
    input,
    evidence: { photo: [{ ...fit, ...different }] },
    accepted: produced,
    ...more,
  }) as Example<CardPhotoInput>;

const unfit = (
  title: string,
  different: Partial<typeof fit>,
  refusedBy: readonly string[],
  edge?: string,
): Example<CardPhotoInput> => ({
  title,
  persona: "P14",
  at,
  input,
  evidence: { photo: [{ ...fit, ...different }] },
  refusedBy,
  ...(edge ? { edge } : {}),
});

const withCard = (status: CardStatus) => (): Partial<PersonFacts> => ({
  cardProduction: { status, since: day("2026-03-02"), photoOf: null },
});

const accepted: readonly Example<CardPhotoInput>[] = [
  taken(
    "照片合格，预审通过，进入制卡",
    {},
    {
      shows: ["CPC-3", "CPC-4", "CPC-5", "CPC-6"],
      journey: true,
    },
  ),
  taken("正好10KB", { sizeBytes: 10 * KB }, { edge: "photo/size" }),
  taken("正好40KB", { sizeBytes: 40 * KB }, { edge: "photo/size" }),
  taken("宽正好358像素", { width: 358 }, { edge: "photo/width" }),
  taken("高正好441像素", { height: 441 }, { edge: "photo/height" }),
  taken("边缘正好90%是白色", { whiteBorderPercent: 90 }, { edge: "photo/background" }),
  taken(
    "暂停缴费的也可以办",
    {},
    {
      facts: ({ participant }) => ({ participant: { ...participant, status: "suspended" } }),
    },
  ),
  taken(
    "机关事业单位参保的也可以办",
    {},
    {
      persona: "P14-agency",
    },
  ),
];

const refused: readonly Example<CardPhotoInput>[] = [
  { title: "没有上传照片", persona: "P14", at, input, evidence: {}, refusedBy: ["photo/count"] },
  {
    title: "上传了两张",
    persona: "P14",
    at,
    input,
    evidence: { photo: [fit, fit] },
    refusedBy: ["photo/count"],
  },
  unfit("差1字节不到10KB", { sizeBytes: 10 * KB - 1 }, ["photo/size"], "photo/size"),
  unfit("比40KB多1字节", { sizeBytes: 40 * KB + 1 }, ["photo/size"], "photo/size"),
  unfit("41KB", { sizeBytes: 41 * KB }, ["photo/size"]),
  unfit("改名为 jpg 的 PNG", { format: "png" }, ["photo/format"]),
  unfit("宽357像素", { width: 357 }, ["photo/width"], "photo/width"),
  unfit("宽359像素", { width: 359 }, ["photo/width"], "photo/width"),
  unfit("高440像素", { height: 440 }, ["photo/height"], "photo/height"),
  unfit("高442像素", { height: 442 }, ["photo/height"], "photo/height"),
  unfit("边缘89%是白色", { whiteBorderPercent: 89 }, ["photo/background"], "photo/background"),
  unfit("灰色背景", { whiteBorderPercent: 0 }, ["photo/background"]),
  unfit(
    "样样不对：每一项分别说明",
    { format: "png", sizeBytes: 41 * KB, width: 441, height: 358, whiteBorderPercent: 12 },
    ["photo/format", "photo/size", "photo/width", "photo/height", "photo/background"],
  ),
  {
    title: "市民卡已经在制作",
    persona: "P14-in-production",
    at,
    input,
    refusedBy: ["noPhotoHasPassed"],
    shows: ["CPC-7"],
    journey: true,
  },
  {
    title: "市民卡已经制成",
    persona: "P14",
    at,
    facts: withCard("issued"),
    input,
    refusedBy: ["cardWantsPhoto"],
    shows: ["CPC-1"],
  },
  {
    title: "制卡失败是因为信息不符",
    persona: "P14",
    at,
    facts: withCard("failed-data"),
    input,
    refusedBy: ["cardWantsPhoto"],
  },
  { title: "从来没有制过卡", persona: "P1", at, input, refusedBy: ["cardWantsPhoto"] },
  {
    title: "已经离职停保，也没有制卡",
    persona: "P10",
    at,
    input,
    refusedBy: ["isParticipant", "cardWantsPhoto"],
  },
  {
    title: "手机号码少一位",
    persona: "P14",
    at,
    input: { mobile: "1380000001" },
    refusedBy: ["mobileIsValid"],
    shows: ["CPC-2"],
  },
];

export const examples: readonly Example<CardPhotoInput>[] = [...accepted, ...refused];
