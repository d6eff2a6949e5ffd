import { addMonths, day } from "../dates.ts";
import { fen } from "../fen.ts";
import { cloneOf, nothingElse, type PersonPersona } from "./persona.ts";
import {
  enterpriseInsurances,
  housingAccountOn,
  lastMonthPaidByUnit,
  paidByUnit,
} from "./records.ts";

/** P14: from Hong Kong, class B with housing; no photo came with her card's order. */
export const p14: PersonPersona = {
  kind: "person",
  shows: "企业乙类参保的香港居民，市民卡因为没有照片制卡失败：制卡照片采集",
  facts: (today) => {
    const to = lastMonthPaidByUnit(today);
    const from = addMonths(to, -8);
    const contributions = paidByUnit({
      payer: "测试科技",
      from,
      to,
      baseFen: () => fen(1_560_000),
      insurances: enterpriseInsurances,
      housingEach: "0.08",
    });
    return {
      ...nothingElse,
      participant: {
        personalNumber: "P0000014",
        name: "测港一",
        identityNumber: "810000198808019941",
        sex: "female",
        birthDate: day("1988-08-01"),
        scheme: "enterprise-b",
        status: "normal",
        statusSince: from,
        unit: { code: "U0000001", name: "测试科技" },
        household: { region: "810000", kind: "urban", address: "香港特别行政区油尖旺区" },
        mobile: "13800000014",
        womenRetireAt: 55,
      },
      contributions,
      housingAccount: housingAccountOn(today, {
        number: "8050000014",
        openedOn: from.toPlainDate({ day: 15 }),
        sealedOn: null,
        balanceThenFen: fen(0),
        contributions,
      }),
      cardProduction: {
        status: "failed-no-photo",
        since: today.subtract({ days: 20 }),
        photoOf: null,
      },
    };
  },
};

/** P14 in an agency, whose card stopped for want of a photo too. */
export const p14Agency = cloneOf(
  p14,
  "P0000182",
  "测港三",
  "810000198808019925",
  "机关事业单位参保，市民卡因为没有照片制卡失败：制卡照片采集",
  ({ participant, housingAccount }) => ({
    participant: {
      ...participant,
      scheme: "agency",
      unit: { code: "U0000002", name: "测试机关" },
    },
    housingAccount: housingAccount && { ...housingAccount, number: "8050000192" },
  }),
);

/** P14 whose card is being made. */
export const p14InProduction = cloneOf(
  p14,
  "P0000181",
  "测港二",
  "810000198808019968",
  "企业乙类参保，市民卡正在制作：制卡照片采集被拒",
  ({ housingAccount }, today) => ({
    housingAccount: housingAccount && { ...housingAccount, number: "8050000191" },
    cardProduction: {
      status: "in-production",
      since: today.subtract({ days: 3 }),
      photoOf: null,
    },
  }),
);
