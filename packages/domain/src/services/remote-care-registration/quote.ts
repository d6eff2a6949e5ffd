import { dayFigure, type Figure, text } from "../../figures.ts";
import { participantOnRecord } from "../../participant-words.ts";
import { isInGreaterSuzhou, regionName, regionOf } from "../../region-codes.ts";
import { registrationText, remoteCareKindNames, standsOn } from "../../remote-care.ts";
import { cardText, linkedHospitals } from "../../remote-care-card.ts";
import type { Quote } from "../../service.ts";
import {
  hospitalLevelNames,
  lastDay,
  placeOf,
  type RemoteCareRequest,
  type RemoteCareSituation,
} from "./input.ts";

/** Own data, and the registrations that stand. */
export const onRecord = ({ facts, today }: RemoteCareSituation): readonly Figure[] => [
  ...participantOnRecord(facts.participant),
  ...facts.remoteCare
    .filter((each) => standsOn(each, today))
    .map((each) => text("有效的登记", registrationText(each))),
];

/** The diagnosis isn't among it: quotes are kept as they are, and what was filled in encrypted. */
export function quote(asked: RemoteCareRequest): Quote {
  const { input } = asked;
  const until = lastDay(asked);
  const figures = [
    text("登记类别", remoteCareKindNames[input.kind]),
    text("就医地", regionName(regionOf(input.region)) ?? input.region),
    ...(input.kind === "referral"
      ? [
          text("诊断医院", input.hospital ?? ""),
          text("医院级别", input.hospitalLevel ? hospitalLevelNames[input.hospitalLevel] : ""),
          text("转往医院", placeOf(input)),
        ]
      : [text("居住地址", placeOf(input))]),
    dayFigure("开始日期", input.from),
    until ? dayFigure("结束日期（含当日）", until) : text("结束日期", "到撤销为止"),
    ...afterwards(asked),
  ];
  return { figures, lines: [], total: null, months: [] };
}

/** What one has to know once it is confirmed; within Greater Suzhou the card at hand will do. */
function afterwards({ input, policy, today }: RemoteCareRequest): readonly Figure[] {
  if (isInGreaterSuzhou(regionOf(input.region))) return [];
  return [text("登记确认后", cardText({ policy, today })), ...linkedHospitals({ policy, today })];
}
