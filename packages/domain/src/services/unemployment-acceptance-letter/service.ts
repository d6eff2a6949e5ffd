import { formatMonth } from "../../dates.ts";
import { count, dayFigure, text } from "../../figures.ts";
import { fails, holds, house } from "../../findings.ts";
import { defineService } from "../../service.ts";
import { choices } from "./choices.ts";
import {
  employmentHasEnded,
  isNotRetired,
  isRegisteredUnemployed,
  leftNotByOwnWill,
  oneYearPaid,
} from "./conditions.ts";
import { guide } from "./guide.ts";
import {
  type AcceptanceLetterInput,
  decidedOn,
  letterName,
  relationKindNames,
  transferable,
} from "./input.ts";
import { acceptanceLetter } from "./letter.ts";
import { onRecord } from "./on-record.ts";
import {
  fourMonthsWithLastEmployer,
  lastInsuredInThePark,
  recordsAgree,
  somethingToBring,
  soonAfterLeaving,
  source,
  underTheDailyLimit,
} from "./standing.ts";

export const unemploymentAcceptanceLetter = defineService<AcceptanceLetterInput>()({
  code: "unemployment-acceptance-letter",
  number: 13,
  name: "失业保险关系接收函开具",
  audience: "person",
  menu: ["在线业务受理", "失业保险关系接收函开具"],
  guide,
  needs: [
    "participant",
    "contributions",
    "elsewhere",
    "separation",
    "unemploymentElsewhere",
    "issuedPapers",
  ],
  onRecord,
  standing: {
    lastInsuredInThePark,
    somethingToBring,
    employmentHasEnded,
    oneYearPaid,
    leftNotByOwnWill,
    isRegisteredUnemployed,
    isNotRetired,
    fourMonthsWithLastEmployer,
    soonAfterLeaving,
    recordsAgree,
    underTheDailyLimit,
  },
  request: {
    agencyCanBeLeft: {
      code: "UAL-2",
      words: "选择的转出地机构有可以转移的关系或待遇",
      citation: source,
      judge: ({ facts, input }) => {
        const open = transferable(facts.unemploymentElsewhere);
        const chosen = open.find(({ number }) => number === input.relation);
        if (chosen) return holds(text("转出地机构", chosen.agency, "actual"));
        const moved = facts.unemploymentElsewhere.find(({ number }) => number === input.relation);
        return fails({
          message: moved
            ? `您在${moved.agency}的失业保险已经转移，不能再次转出。`
            : "请选择转出地机构。",
          figures: [text("可以选择", open.map(({ agency }) => agency).join("、"), "required")],
          remedy: { text: "请从列出的机构里选择；没有列出的，请到中心柜面核对。" },
          at: "/relation",
        });
      },
    },
  },
  provisions: {
    agencyIsPicked: {
      code: "UAL-2",
      words: "核对信息后选择转出地机构，打印接收函；凭函到转出地办理，再把转移凭证带回园区",
      citation: source,
    },
    sealedAndVerifiable: {
      code: "UAL-4",
      words: "接收函盖失业保险网上业务电子专用章，任何人都可以扫码验证原件",
      citation: source,
    },
    whoGoesElsewhere: {
      code: "UAL-6",
      words:
        "园区户籍、待遇在大市以外而须回户籍地统一领取的到柜面开具；大市以内失业的在最后参保地申请；转入须有年限和总金额",
      citation: source,
    },
    letterIsNoBenefit: {
      code: "UAL-7",
      words: "接收函只表示同意接收，失业金在转入后另行申请和核定",
      citation: house("接收函不代替失业金申请"),
    },
  },
  choices,
  defaults: ({ facts }) => {
    const [only, ...others] = transferable(facts.unemploymentElsewhere);
    return only && others.length === 0 ? { relation: only.number } : {};
  },
  // How many letters there are today isn't quoted: it would make stale what others of the same
  // person are confirming.
  quote: (asked) => {
    const { relation, park, separation } = decidedOn(asked);
    return {
      figures: [
        text("转出地机构", relation.agency),
        text("转出内容", relationKindNames[relation.kind]),
        text("缴费起止", `${formatMonth(relation.from)}至${formatMonth(relation.to)}`),
        count("区外缴费", relation.months, "个月"),
        count("园区缴费", park.months, "个月"),
        dayFigure("离职日期", separation.leftOn),
      ],
      lines: [],
      total: null,
      months: [],
    };
  },
  consequence: (asked) =>
    `现在开具给${decidedOn(asked).relation.agency}的接收函，开具后内容不再改动；一天最多开具${asked.policy.on("unemployment.letterPerDay", asked.today)}份。`,
  process: [
    {
      kind: "decide",
      effects: (asked) => [
        { kind: "document.issue", slot: "letter", paper: acceptanceLetter(asked) },
        {
          kind: "message.send",
          slot: "issued",
          template: "paper-issued",
          values: {
            paper: letterName,
            next: `请交给${decidedOn(asked).relation.agency}办理转出，再把转移凭证带回园区`,
          },
        },
      ],
    },
  ],
});
