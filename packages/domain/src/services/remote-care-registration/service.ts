import { isInGreaterSuzhou, regionName, regionOf } from "../../region-codes.ts";
import { laneOf, remoteCareKindNames, spanText } from "../../remote-care.ts";
import { cardText } from "../../remote-care-card.ts";
import { defineService } from "../../service.ts";
import { evidence } from "./evidence.ts";
import { guide } from "./guide.ts";
import { entryOf, lastDay, type RemoteCareInput } from "./input.ts";
import {
  destinationIsOutsideUrbanSuzhou,
  hospitalIsOfCityLevel,
  referralIsDescribed,
  residenceIsNamed,
  source,
} from "./place-rules.ts";
import { onRecord, quote } from "./quote.ts";
import {
  isInsured,
  noneStandsBeside,
  retireeIsRetired,
  somethingIsFree,
  startsOnFilingOrLater,
} from "./request-rules.ts";

export const remoteCareRegistration = defineService<RemoteCareInput>()({
  code: "remote-care-registration",
  number: 9,
  name: "异地就医登记备案（个人申请）",
  audience: "person",
  menu: ["在线业务受理", "异地就医资格申请"],
  guide,
  needs: ["participant", "remoteCare"],
  onRecord,
  standing: { isInsured, somethingIsFree },
  request: {
    retireeIsRetired,
    destinationIsOutsideUrbanSuzhou,
    residenceIsNamed,
    referralIsDescribed,
    hospitalIsOfCityLevel,
    noneStandsBeside,
    startsOnFilingOrLater,
  },
  provisions: {
    originalsAsPictures: {
      code: "RCP-2",
      words: "都要上传身份证正反面；所有材料都是原件的图片",
      citation: source,
    },
    proofByKind: {
      code: "RCP-3",
      words: "异地安置退休、异地长期居住，住在苏州大市以外的上传异地居住证明；异地转诊上传转诊证明",
      citation: source,
    },
    withinOneDayBySms: {
      code: "RCP-6",
      words: "中心在规定的工作日内确认或者不予确认，结果用短信告知",
      citation: source,
      reads: ["clock.remote-care-registration"],
    },
    cardAndLinkedHospitals: {
      code: "RCP-6",
      words:
        "到省内其他市或者外省就医的，登记确认后在中心办理省标准卡；联网医院可以网上查询，在那里的费用持卡当场结算",
      citation: source,
      reads: ["remoteCare.cardOffice", "links.provincialHospitals", "links.nationalHospitals"],
    },
    referralEnds: {
      code: "RCP-7",
      words: "异地转诊登记按规定的月数到期，其他的到撤销为止",
      citation: source,
      reads: ["remoteCare.referralMonths"],
    },
  },
  evidence,
  defaults: ({ facts: { participant }, today }) => ({
    kind: participant.status === "retired" ? "relocated-retiree" : "long-term-resident",
    from: today,
  }),
  quote,
  consequence: (asked) =>
    `提交后由中心审核。确认后，您的${remoteCareKindNames[asked.input.kind]}登记${spanText({ from: asked.input.from, until: lastDay(asked) })}。`,
  object: ({ input }) => laneOf(input.kind),
  process: [
    {
      kind: "review",
      clock: "clock.remote-care-registration",
      checklist: [
        "身份证正反面是原件的图片，与登记人一致",
        "居住证明的地址与填写的地址一致",
        "转诊证明的医院、级别、诊断和转往医院与填写的一致",
      ],
      refusalReasons: [
        "材料不是原件的图片，或者看不清",
        "居住证明与填写的地址不一致",
        "转诊证明不是市级及以上医院开具的",
        "转诊证明与填写的内容不一致",
      ],
      effects: (asked) => {
        const { input } = asked;
        const entry = entryOf(asked);
        const next = isInGreaterSuzhou(regionOf(input.region)) ? "" : `${cardText(asked)}。`;
        return [
          { kind: "remote-care.register", entries: [entry] },
          {
            kind: "message.send",
            slot: "registered",
            template: "remote-care-registered",
            values: {
              kind: remoteCareKindNames[input.kind],
              place: regionName(regionOf(input.region)) ?? "",
              span: spanText(entry),
              next,
            },
          },
        ];
      },
    },
  ],
});
