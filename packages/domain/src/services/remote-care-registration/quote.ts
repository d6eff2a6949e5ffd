import { dayFigure, type Figure, link, text } from "../../figures.ts";
import { participantOnRecord } from "../../participant-words.ts";
import type { PolicyReader } from "../../policy.ts";
import { isInGreaterSuzhou, regionName, regionOf } from "../../region-codes.ts";
import { registrationText, remoteCareKindNames, standsOn } from "../../remote-care.ts";
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
  return [
    text("登记确认后", cardText(policy, today)),
    ...(["links.provincialHospitals", "links.nationalHospitals"] as const).map((key) => {
      const { name, path, url } = policy.on(key, today);
      const label = key === "links.provincialHospitals" ? "省内联网医院" : "跨省联网医院";
      return link(label, `${name}（${path}）`, url);
    }),
    text("费用结算", "在联网医院就医，持卡当场结算"),
  ];
}

/** 请到中心二楼社会化服务科办理省标准卡. */
export function cardText(policy: PolicyReader, today: RemoteCareRequest["today"]): string {
  const { name, hint } = policy.on("remoteCare.cardOffice", today);
  return `请到${hint}${name}办理省标准卡`;
}
