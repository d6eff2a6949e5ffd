import { formatDay } from "../../dates.ts";
import { dayFigure, text } from "../../figures.ts";
import { fails, handbook, holds, house, moot, type Rule } from "../../findings.ts";
import { parseMobile } from "../../mobile.ts";
import { participationClause, schemeNames, statusNames } from "../../participant-words.ts";
import { cardStatusNames, cardWords } from "./card-words.ts";
import type { CardPhotoRequest, CardPhotoSituation } from "./input.ts";

export const source = handbook("市民卡制卡照片采集");

type StandingRule = Rule<CardPhotoSituation>;

export const isParticipant: StandingRule = {
  code: "CPC-1",
  words: "社会保险（公积金）或机关事业单位参保人员",
  citation: source,
  judge: ({ facts: { participant } }) => {
    const { scheme, status } = participant;
    const actual = text("您的参保状态", `${schemeNames[scheme]}，${statusNames[status]}`, "actual");
    if (status !== "left") return holds(actual);
    return fails({
      message: `您${participationClause(participant)}，现在不是园区的参保人员，不能在这里上传制卡照片。`,
      figures: [text("办理条件", "在园区参保", "required"), actual],
      remedy: { text: "重新参保后就可以办；已经转到外地的，请向参保地办理社会保障卡。" },
    });
  },
};

export const cardWantsPhoto: StandingRule = {
  code: "CPC-1",
  words: "市民卡的制卡状态是“制卡失败，没有照片”",
  citation: source,
  judge: ({ facts: { cardProduction: card } }) => {
    const actual = text("您的制卡状态", cardWords(card), "actual");
    if (card?.status === "failed-no-photo") return holds(actual);
    if (card?.status === "in-production") return moot();
    return fails({
      message: card
        ? `您的市民卡${formatDay(card.since)}起“${cardStatusNames[card.status]}”，不缺照片，不用上传。`
        : "没有查到您的市民卡制卡记录，还不能上传照片。",
      figures: [text("办理条件", cardStatusNames["failed-no-photo"], "required"), actual],
      remedy: { text: remedies[card?.status === "failed-data" ? "data" : card ? "card" : "none"] },
    });
  },
};

const remedies = {
  data: "请带身份证到中心柜面更正个人信息，更正后重新制卡。",
  card: "照片旧了想换的，请带身份证到中心柜面办理换卡。",
  none: "请先由单位或本人到中心柜面申领市民卡。",
} as const;

/** Once a photo has passed, the card is being made with it and no other can be sent. */
export const noPhotoHasPassed: StandingRule = {
  code: "CPC-7",
  words: "还没有照片通过预审；通过以后进入制卡，不能再上传",
  citation: house("制卡用的是通过预审的那一张"),
  judge: ({ facts: { cardProduction: card } }) => {
    if (card?.status !== "in-production") return holds();
    return fails({
      message: card.photoOf
        ? `您的照片已经通过预审（办件编号${card.photoOf}），市民卡${formatDay(card.since)}起制卡中，不能再上传照片。`
        : `您的市民卡${formatDay(card.since)}起制卡中，照片已经有了，不能再上传。`,
      figures: [
        text("您的制卡状态", cardStatusNames[card.status], "actual"),
        dayFigure("进入制卡", card.since),
      ],
      remedy: { text: "请等待领卡通知；急用的可致电中心询问制卡进度。" },
    });
  },
};

export const mobileIsValid: Rule<CardPhotoRequest> = {
  code: "CPC-2",
  words: "填写本人的手机号码，预审结果用短信发到这个号码",
  citation: source,
  judge: ({ input }) => {
    const read = parseMobile(input.mobile);
    if (read.ok) return holds();
    return fails({
      message: read.message,
      figures: [text("要求", "以13至19开头的11位手机号码", "required")],
      remedy: { text: "请核对后重新填写。" },
      at: "/mobile",
    });
  },
};
