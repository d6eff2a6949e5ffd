import { signedInByCertificate } from "../../certificate-sign-in.ts";
import type { Effect } from "../../effects.ts";
import { count, formatCount, text } from "../../figures.ts";
import { fails, holds, house } from "../../findings.ts";
import { isInGreaterSuzhou, regionName, regionOf } from "../../region-codes.ts";
import { remoteCareKindNames, spanText } from "../../remote-care.ts";
import { cardText, linkedHospitals } from "../../remote-care-card.ts";
import { type CaseRequest, defineService } from "../../service.ts";
import { unitIsPermitted } from "../../unit-permissions.ts";
import { numberColumn, postedColumns } from "./columns.ts";
import { guide } from "./guide.ts";
import { entryOf, type PostedInput, type PostedNeeds } from "./input.ts";
import { rowRules, source } from "./row-rules.ts";

/** Rows of one roster: a reviewer looks at each. */
const MOST_ROWS = 2_000;

export const remoteCareUnitRegistration = defineService<PostedInput>()({
  code: "remote-care-unit-registration",
  number: 10,
  name: "异地就医登记备案（单位申请）",
  audience: "unit",
  menu: ["在线业务受理", "异地就医登记单位申请"],
  guide,
  needs: ["unit", "unitPermissions", "insuredRegister"],
  standing: {
    unitIsPermitted: unitIsPermitted(
      "RCU-1",
      source,
      "remote-care-registration",
      "请经办人带加盖公章的开通申请到中心柜面，开通以后就可以在网上申请。",
    ),
    signedInByCertificate: signedInByCertificate("RCU-2", source),
  },
  request: {
    rosterIsNotEmpty: {
      code: "RCU-3",
      words: "名册里至少有一人",
      citation: source,
      judge: ({ input }) =>
        input.rows.length > 0
          ? holds(count("名册人数", input.rows.length, "人", "actual"))
          : fails({
              message: "名册里一个人也没有。",
              remedy: { text: "请从模板的第二行起填写，再上传。" },
              at: "/rows",
            }),
    },
    rosterFits: {
      code: "RCU-4",
      words: "一份名册不超过2,000人",
      citation: house("中心在1个工作日内逐人审核"),
      boundary: "2,000人",
      judge: ({ input }) => {
        const actual = count("名册人数", input.rows.length, "人", "actual");
        if (input.rows.length <= MOST_ROWS) return holds(actual);
        return fails({
          message: `名册有${formatCount(input.rows.length)}人，超过了一份名册的上限。`,
          figures: [count("最多", MOST_ROWS, "人", "required"), actual],
          remedy: { text: "请分成几份名册，前一份办结后再提交下一份。" },
          at: "/rows",
        });
      },
    },
  },
  provisions: {
    rosterAsEvidence: {
      code: "RCU-3",
      words: "为常驻异地的工作人员登记，以模板填写的名册为申请材料",
      citation: source,
    },
    confirmedInPart: {
      code: "RCU-4",
      words: "名册逐人审核，可以确认一部分、不予确认一部分；不予确认的写明原因",
      citation: house("一个人的问题不耽误其他人"),
    },
    withinOneDayBySms: {
      code: "RCU-5",
      words: "在规定的工作日内办结，确认的人各收到一条短信",
      citation: source,
      reads: ["clock.remote-care-unit-registration"],
    },
    cardAndLinkedHospitals: {
      code: "RCU-5",
      words:
        "到省内其他市或者外省就医的，登记确认后在中心办理省标准卡；联网医院可以网上查询，在那里的费用持卡当场结算",
      citation: source,
      reads: ["remoteCare.cardOffice", "links.provincialHospitals", "links.nationalHospitals"],
    },
  },
  list: {
    templateName: "常驻异地工作人员名册模板",
    maxRows: MOST_ROWS,
    key: numberColumn.key,
    columns: () => postedColumns,
    rules: rowRules,
  },
  quote: (asked) => ({
    figures: [
      text("登记类别", remoteCareKindNames["posted-worker"]),
      count("名册人数", asked.input.rows.length, "人"),
      text("登记确认后", `到省内其他市或者外省就医的，${cardText(asked)}`),
      ...linkedHospitals(asked),
    ],
    lines: [],
    total: null,
    months: [],
  }),
  consequence: ({ input }) =>
    `提交后由中心逐人审核，共${formatCount(input.rows.length)}人；确认的人自各自的开始日期起登记生效，到撤销为止。`,
  process: [
    {
      kind: "review",
      clock: "clock.remote-care-unit-registration",
      checklist: ["逐人核对常驻地和详细地址", "不予确认的人写明原因"],
      refusalReasons: ["名册不是本单位的", "名册内容明显不实"],
      rowRefusalReasons: [
        "常驻地与详细地址不一致",
        "详细地址不完整",
        "不是常驻，是短期出差",
        "本人要求不登记",
      ],
      effects,
    },
  ],
});

function effects(asked: CaseRequest<PostedNeeds, PostedInput>): readonly Effect[] {
  const { input, refusedRows = [] } = asked;
  const entries = input.rows.map((row) => entryOf(row, asked));
  return [
    { kind: "remote-care.register", entries },
    {
      kind: "people.tell",
      slot: "registered",
      template: "remote-care-registered",
      people: entries.map((entry) => ({
        identityNumber: entry.identityNumber,
        values: {
          kind: remoteCareKindNames[entry.kind],
          place: regionName(regionOf(entry.region)) ?? "",
          span: spanText(entry),
          next: isInGreaterSuzhou(regionOf(entry.region)) ? "" : `${cardText(asked)}。`,
        },
      })),
    },
    {
      kind: "message.send",
      slot: "decided",
      template: "list-decided",
      values: { confirmed: formatCount(entries.length), refused: formatCount(refusedRows.length) },
    },
  ];
}
