import { chineseCapitals } from "../chinese-capitals.ts";
import type { StudentEnrolmentList } from "../content.ts";
import { dateText, momentText, sumFen, yuanText } from "../format.ts";
import type { Section } from "../sections.ts";

export function studentEnrolmentList(list: StudentEnrolmentList): readonly Section[] {
  const totalFen = sumFen(list.rows.map((row) => row.amountFen));
  return [
    {
      type: "facts",
      facts: [
        { label: "学校名称", value: list.schoolName },
        { label: "单位代码", value: list.unitCode },
        { label: "办件编号", value: list.applicationNumber },
        { label: "登记时间", value: momentText(list.savedAt) },
        { label: "参保年度", value: `${list.insuredYear}年度` },
        { label: "经办人", value: list.agentName },
        { label: "登记人数", value: `${list.rows.length}人` },
        { label: "缴费截止日", value: `${dateText(list.payBy)}（含当日）` },
        {
          label: "应缴总额",
          value: `￥${yuanText(totalFen)}（${chineseCapitals(BigInt(totalFen))}）`,
          wide: true,
        },
      ],
    },
    {
      type: "emphasis",
      text: `请家长于${dateText(list.payBy)}前（含当日）通过税务部门的微信小程序缴费，逾期未缴的登记自动失效。`,
    },
    {
      type: "table",
      heading: "参保学生名单",
      density: "dense",
      columns: [
        { title: "序号", weight: 1.2 },
        { title: "姓名", weight: 3 },
        { title: "证件号码", weight: 4 },
        { title: "班级", weight: 3.4 },
        { title: "应缴金额（元）", weight: 2.6, align: "right" },
      ],
      rows: list.rows.map((row, index) => [
        String(index + 1),
        row.name,
        row.maskedIdentityNumber,
        row.className,
        yuanText(row.amountFen),
      ]),
      totals: [["", "合计", `${list.rows.length}人`, "", yuanText(totalFen)]],
    },
  ];
}
