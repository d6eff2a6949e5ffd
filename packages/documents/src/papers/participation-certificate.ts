import type { ParticipationCertificate } from "../content.ts";
import { dateText, monthText } from "../format.ts";
import type { Section } from "../sections.ts";

export function participationCertificate(
  certificate: ParticipationCertificate,
): readonly Section[] {
  const { person, unitName } = certificate;
  return [
    {
      type: "paragraphs",
      paragraphs: [
        `兹证明${person.name}（证件号码：${person.maskedIdentityNumber}，个人编号：${person.personalNumber}）系苏州工业园区社会保险和公积金参保人员，参保单位（方式）为${unitName}。截至${dateText(certificate.asOf)}，其参保情况如下：`,
      ],
    },
    {
      type: "table",
      columns: [
        { title: "险种", weight: 3.8 },
        { title: "参保状态", weight: 2.2 },
        { title: "首次缴费月份", weight: 2.6 },
        { title: "最近缴费月份", weight: 2.6 },
        { title: "累计缴费月数", weight: 2.4 },
      ],
      rows: certificate.insurances.map((line) => [
        line.insuranceName,
        line.status,
        line.firstMonth ? monthText(line.firstMonth) : "—",
        line.lastMonth ? monthText(line.lastMonth) : "—",
        String(line.monthsCounted),
      ]),
    },
    { type: "paragraphs", paragraphs: ["特此证明。"] },
  ];
}
