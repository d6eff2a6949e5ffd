import { text } from "../../figures.ts";
import { fails, holds, house, type Rule } from "../../findings.ts";
import { isCityKnown, isInGreaterSuzhou, regionName, regionOf } from "../../region-codes.ts";
import type { LoanCertificateRequest } from "./input.ts";
import { source } from "./standing.ts";

type RequestRule = Rule<LoanCertificateRequest>;

/** Names of Greater Suzhou as they could stand in a typed city or in a centre's name. */
const SUZHOU_NAMES = /苏州|姑苏|虎丘|吴中|相城|吴江|常熟|张家港|昆山|太仓/u;

/** Part of the name of every fund centre, its branches and sub-offices too. */
const CENTRE_NAME = /公积金.*中心/u;

export const homeIsOutsideGreaterSuzhou: RequestRule = {
  code: "RLC-1",
  words: "购房所在地在苏州大市以外",
  citation: source,
  judge: ({ input }) => {
    const region = regionOf(input.region);
    if (!isCityKnown(region)) {
      const name = regionName(region);
      return fails({
        message: name
          ? `只选${name}还看不出购房所在地是不是在苏州大市以外，请再选到市。`
          : "您选的购房所在地不在行政区划里，请重新选择。",
        remedy: { text: "请从列出的地区里选择购房所在地。" },
        at: "/region",
      });
    }
    const typed = SUZHOU_NAMES.test(input.city);
    if (!isInGreaterSuzhou(region) && !typed) return holds();
    const place = typed ? input.city : (regionName(region) ?? input.region);
    return fails({
      message: `${place}在苏州大市以内，在那里购房不用异地贷款证明。`,
      figures: [
        text("办理条件", "苏州大市以外", "required"),
        text("您填的购房所在地", place, "actual"),
      ],
      remedy: { text: "在苏州大市以内购房的，直接申请住房公积金贷款，可到中心柜面咨询。" },
      at: typed ? "/city" : "/region",
    });
  },
};

export const centreIsNamedInFull: RequestRule = {
  code: "RLC-3",
  words: "写明当地住房公积金管理中心的全称",
  citation: source,
  judge: ({ input: { centreName } }) => {
    if (SUZHOU_NAMES.test(centreName)) {
      return fails({
        message: `${centreName}在苏州大市以内，不是异地的公积金中心。`,
        figures: [text("您填的", centreName, "actual")],
        remedy: { text: "请填写购房所在地公积金中心的全称。" },
        at: "/centreName",
      });
    }
    if (CENTRE_NAME.test(centreName)) return holds();
    return fails({
      message: `“${centreName}”不像公积金中心的全称，当地中心收到后可能不认。`,
      figures: [
        text("例如", "南京住房公积金管理中心", "required"),
        text("您填的", centreName, "actual"),
      ],
      remedy: { text: "请向当地公积金中心问清全称，一字不差地填写。" },
      at: "/centreName",
    });
  },
};

export const centreCanBeReached: RequestRule = {
  code: "RLC-3",
  words: "写明当地中心能拨通的联系电话",
  citation: house("证明有疑问时由两地中心直接核对"),
  judge: ({ input: { contactPhone } }) => {
    if (CONTACT_PHONE.test(contactPhone.replaceAll(/[\s－—]/gu, "-"))) return holds();
    return fails({
      message: `“${contactPhone}”不是一个能拨通的电话号码。`,
      figures: [
        text("例如", "025-12345678、12329 或手机号码", "required"),
        text("您填的", contactPhone, "actual"),
      ],
      remedy: { text: "请填写当地中心的电话，固定电话前面加区号。" },
      at: "/contactPhone",
    });
  },
};

/** Landline with its area code, mobile, service number of five digits, or 400 number. */
const CONTACT_PHONE = /^(0\d{2,3}-?\d{7,8}(-\d{1,6})?|1[3-9]\d{9}|\d{5}|400-?\d{3}-?\d{4})$/;
