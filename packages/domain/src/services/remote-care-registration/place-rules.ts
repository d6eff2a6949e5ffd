import { text } from "../../figures.ts";
import { fails, handbook, holds, house, moot, type Rule } from "../../findings.ts";
import {
  isCityKnown,
  isInUrbanSuzhou,
  type Region,
  regionName,
  regionOf,
} from "../../region-codes.ts";
import { hospitalLevelNames, type RemoteCareInput, type RemoteCareRequest } from "./input.ts";

export const source = handbook("异地就医登记备案（个人申请）");

type RequestRule = Rule<RemoteCareRequest>;

/** Greater Suzhou is told apart by its counties: the city as a whole says nothing. */
const SUZHOU_AS_A_WHOLE = "320500";

const isExact = (region: Region) => isCityKnown(region) && region.code !== SUZHOU_AS_A_WHOLE;

export const destinationIsOutsideUrbanSuzhou: RequestRule = {
  code: "RCP-4",
  words: "就医地按行政区划选择，在苏州市区以外",
  citation: source,
  judge: ({ input }) => {
    const region = regionOf(input.region);
    const name = regionName(region);
    if (!isExact(region)) {
      return fails({
        message: name
          ? `只选${name}还看不出就医地是不是在苏州市区以外，请再选细一级。`
          : "您选的就医地不在行政区划里，请重新选择。",
        remedy: { text: "请从列出的地区里选择就医地。" },
        at: "/region",
      });
    }
    const actual = text("您选的就医地", name ?? region.code, "actual");
    if (!isInUrbanSuzhou(region)) return holds(actual);
    return fails({
      message: `${name}在苏州市区，在那里就医不用异地登记，持卡就可以结算。`,
      figures: [text("办理条件", "苏州市区以外", "required"), actual],
      remedy: { text: "直接到市区的定点医院就医；就医地选错的，请重新选择。" },
      at: "/region",
    });
  },
};

export const residenceIsNamed: RequestRule = {
  code: "RCP-1",
  words: "异地安置退休和异地长期居住的，写明在外地的居住地址",
  citation: source,
  judge: ({ input: { kind, address } }) => {
    if (kind === "referral") return moot();
    if (address?.trim()) return holds(text("居住地址", address.trim(), "actual"));
    return fails({
      message: "没有填写在外地的居住地址。",
      remedy: { text: "请写到街道、小区和门牌，与居住证明一致。" },
      at: "/address",
    });
  },
};

const referralFields = {
  hospital: "诊断医院",
  hospitalLevel: "医院级别",
  diagnosis: "诊断",
  destinationHospital: "转往医院",
} as const satisfies Partial<Record<keyof RemoteCareInput, string>>;

export const referralIsDescribed: RequestRule = {
  code: "RCP-4",
  words: "异地转诊的，写明诊断医院、医院级别、诊断和转往医院",
  citation: house("与转诊证明逐项核对"),
  judge: ({ input }) => {
    if (input.kind !== "referral") return moot();
    const missing = Object.entries(referralFields).filter(
      ([name]) => !input[name as keyof typeof referralFields]?.trim(),
    );
    const [first] = missing;
    if (!first) {
      return holds(
        text("诊断医院", input.hospital ?? "", "actual"),
        text("转往医院", input.destinationHospital ?? "", "actual"),
      );
    }
    const labels = missing.map(([, label]) => label).join("、");
    return fails({
      message: `异地转诊还没有填写${labels}。`,
      figures: [
        text("须填写", Object.values(referralFields).join("、"), "required"),
        text("没有填写", labels, "actual"),
      ],
      remedy: { text: "请按转诊证明填写。" },
      at: `/${first[0]}`,
    });
  },
};

export const hospitalIsOfCityLevel: RequestRule = {
  code: "RCP-1",
  words: "异地转诊由市级及以上医院诊断，病情疑难严重，本市的技术和设备不能诊断或治疗",
  citation: source,
  boundary: "市级医院",
  judge: ({ input: { kind, hospitalLevel } }) => {
    if (kind !== "referral" || !hospitalLevel) return moot();
    const actual = text("您填的诊断医院级别", hospitalLevelNames[hospitalLevel], "actual");
    if (hospitalLevel !== "county") return holds(actual);
    return fails({
      message: "县（区）级及以下医院的转诊不能登记，须由市级及以上医院诊断。",
      figures: [text("办理条件", "市级及以上医院", "required"), actual],
      remedy: { text: "请先到市级及以上医院就诊，由医院开具转诊证明后再办。" },
      at: "/hospitalLevel",
    });
  },
};
