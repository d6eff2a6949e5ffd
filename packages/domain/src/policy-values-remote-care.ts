import { handbook } from "./findings.ts";
import { ALWAYS, sample, series } from "./policy-series.ts";

const PERSON = handbook("异地就医登记备案（个人申请）").text;
const UNIT = handbook("异地就医登记备案（单位申请）").text;

/** Care elsewhere: how long a referral runs, the card that one needs, where hospitals are found. */
export const remoteCareValues = [
  ...sample("remoteCare.referralMonths", 6),
  ...series("remoteCare.cardOffice", "official", PERSON, [
    [ALWAYS, { name: "社会化服务科", hint: "中心二楼" }],
  ]),
  ...series("links.provincialHospitals", "official", PERSON, [
    [
      ALWAYS,
      {
        name: "江苏省医保查询",
        path: "医保查询-异地医院查询",
        url: "http://ybj.jiangsu.gov.cn/",
      },
    ],
  ]),
  ...series("links.nationalHospitals", "official", PERSON, [
    [
      ALWAYS,
      {
        name: "国家社会保险公共服务平台",
        path: "异地就医-异地定点医疗机构查询",
        url: "http://si.12333.gov.cn",
      },
    ],
  ]),
  ...series("clock.remote-care-registration", "official", PERSON, [[ALWAYS, { workingDays: 1 }]]),
  ...series("clock.remote-care-unit-registration", "official", UNIT, [
    [ALWAYS, { workingDays: 1 }],
  ]),
];
