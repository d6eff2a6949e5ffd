import { addDays, addMonthsClamped, type Day, day, month } from "../dates.ts";
import { fen } from "../fen.ts";
import type { RemoteCareRegistration } from "../remote-care.ts";
import { cloneOf, nothingElse, type PersonPersona } from "./persona.ts";
import { enterpriseInsurances, paidByUnit } from "./records.ts";

/** P5: retired at sixty, has lived in Hainan since. */
export const p5: PersonPersona = {
  kind: "person",
  shows: "已退休，长期住在海南：异地就医登记",
  facts: () => ({
    ...nothingElse,
    participant: {
      personalNumber: "P0000005",
      name: "测退一",
      identityNumber: "320599195705069953",
      sex: "male",
      birthDate: day("1957-05-06"),
      scheme: "enterprise-a",
      status: "retired",
      statusSince: month("2017-06"),
      unit: null,
      household: { region: "320571", kind: "urban", address: "苏州工业园区湖滨路 5 号" },
      mobile: "13800000005",
      womenRetireAt: 50,
    },
    contributions: paidByUnit({
      payer: "测试科技",
      from: month("2016-01"),
      to: month("2017-05"),
      baseFen: () => fen(800_000),
      insurances: enterpriseInsurances.filter((insurance) => insurance !== "housing"),
      housingEach: "0",
    }),
  }),
};

/** In Sanya since a year and a half. */
export const inSanya = (today: Day, personalNumber: string): RemoteCareRegistration => ({
  number: `YD${personalNumber.slice(1)}`,
  kind: "relocated-retiree",
  region: "460000",
  place: "三亚市吉阳区迎宾路 5 号",
  from: addMonthsClamped(today, -18),
  until: null,
  endedOn: null,
});

/** Referred to Shanghai; the last day may be near. */
export const toShanghai = (
  personalNumber: string,
  from: Day,
  until: Day,
): RemoteCareRegistration => ({
  number: `YZ${personalNumber.slice(1)}`,
  kind: "referral",
  region: "310000",
  place: "复旦大学附属中山医院",
  from,
  until,
  endedOn: null,
});

export const p5Registered = cloneOf(
  p5,
  "P0000191",
  "测退二",
  "32059919570506997X",
  "已按异地安置退休登记：异地就医登记撤销；再登记被拒",
  (_facts, today) => ({ remoteCare: [inSanya(today, "P0000191")] }),
);

/** A second one to cancel, so that each size of screen has its own. */
export const p5RegisteredToo = cloneOf(
  p5,
  "P0000192",
  "测退三",
  "320599195705069996",
  "已按异地安置退休登记：异地就医登记撤销",
  (_facts, today) => ({ remoteCare: [inSanya(today, "P0000192")] }),
);

export const p5Both = cloneOf(
  p5,
  "P0000193",
  "测退四",
  "320599195705069937",
  "长期登记和异地转诊都有效：再登记被拒，撤销时二选一",
  (_facts, today) => ({
    remoteCare: [
      inSanya(today, "P0000193"),
      toShanghai("P0000193", addDays(today, -30), addMonthsClamped(addDays(today, -30), 6)),
    ],
  }),
);
