import { formatDay } from "../../dates.ts";
import type { CardProduction, CardStatus } from "../../facts.ts";

export const cardStatusNames: Readonly<Record<CardStatus, string>> = {
  "failed-no-photo": "制卡失败，没有照片",
  "failed-data": "制卡失败，信息不符",
  "in-production": "制卡中",
  issued: "已制成",
};

/** 制卡失败，没有照片（2026年2月10日起）. */
export const cardWords = (card: CardProduction | null): string =>
  card ? `${cardStatusNames[card.status]}（${formatDay(card.since)}起）` : "没有制卡记录";
