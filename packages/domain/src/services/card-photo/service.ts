import { formatDay } from "../../dates.ts";
import { text } from "../../figures.ts";
import { house } from "../../findings.ts";
import { maskMobile } from "../../masks.ts";
import { participantOnRecord } from "../../participant-words.ts";
import { defineService } from "../../service.ts";
import { cardWords } from "./card-words.ts";
import { guide } from "./guide.ts";
import { type CardPhotoInput, mobileOf } from "./input.ts";
import { photo } from "./photo.ts";
import {
  cardWantsPhoto,
  isParticipant,
  mobileIsValid,
  noPhotoHasPassed,
  source,
} from "./standing.ts";

export const cardPhoto = defineService<CardPhotoInput>()({
  code: "card-photo",
  number: 26,
  name: "市民卡制卡照片采集",
  audience: "person",
  menu: ["在线业务受理", "市民卡制卡照片采集"],
  guide,
  needs: ["participant", "cardProduction"],
  onRecord: ({ facts: { participant, cardProduction } }) => [
    ...participantOnRecord(participant),
    text("制卡状态", cardWords(cardProduction)),
  ],
  standing: { isParticipant, cardWantsPhoto, noPhotoHasPassed },
  request: { mobileIsValid },
  evidence: [photo],
  provisions: {
    photoToThePixel: {
      code: "CPC-3",
      words:
        "照片按内容判断，必须是 JPEG（jpg 或 jpeg），尺寸和文件大小都符合规定；不符合的逐项说明并写出量到的数值",
      citation: source,
      reads: ["photo.size", "photo.pixels"],
    },
    whiteBackground: {
      code: "CPC-4",
      words:
        "本人近期正面免冠彩色证件照，背景纯白，不着制式服装或白色上衣；背景由系统量边缘的颜色，其余由审核人员逐项核对",
      citation: source,
      reads: ["photo.whiteBorderPercent"],
    },
    pageCutsToSize: {
      code: "CPC-5",
      words: "任何照片都可以在页面上对准参考线裁到规定的尺寸和大小，看过结果再上传",
      citation: house("不用另找软件处理照片"),
    },
    resultBySms: {
      code: "CPC-6",
      words: "中心预审，结果发短信告知；没有通过的写明原因，可以重新上传",
      citation: source,
      reads: ["clock.card-photo"],
    },
  },
  defaults: ({ facts: { participant } }) =>
    participant.mobile === null ? {} : { mobile: participant.mobile },
  tellAt: mobileOf,
  quote: ({ input }) => ({
    figures: [text("预审结果发到", maskMobile(mobileOf(input)))],
    lines: [],
    total: null,
    months: [],
  }),
  consequence: ({ input }) =>
    `提交后由中心预审，结果发短信到${maskMobile(mobileOf(input))}；预审通过就进入制卡，不能再换照片。`,
  object: () => "citizen-card",
  process: [
    {
      kind: "review",
      clock: "clock.card-photo",
      checklist: [
        "是申请人本人，近期拍摄",
        "正面、免冠，没有夸张饰品",
        "没有穿制式服装，没有穿白色上衣",
        "背景纯白，没有阴影和杂物",
        "平时戴眼镜的戴了眼镜，镜片没有反光",
        "人像清晰、层次丰富、神态自然、没有明显变形",
        "头部大小和位置与参考线相符",
      ],
      refusalReasons: [
        "不是本人或不是近期照片",
        "不是正面免冠，或有帽子、夸张饰品",
        "穿了制式服装或白色上衣",
        "背景不是纯白或有阴影",
        "没有戴平时戴的眼镜，或镜片反光",
        "人像模糊、变形或神态不自然",
        "头部太大、太小或不在中间",
      ],
      effects: ({ today }) => [
        { kind: "card.produce", on: today },
        {
          kind: "message.send",
          slot: "passed",
          template: "photo-approved",
          values: { day: formatDay(today) },
        },
      ],
    },
  ],
});
