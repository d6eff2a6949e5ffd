import type { Receipt, ReceivedFile } from "../content.ts";
import { dateText, momentText, sizeText } from "../format.ts";
import { printable } from "../layout/fonts.ts";
import type { Fact, Section } from "../sections.ts";

export function receipt(paper: Receipt): readonly Section[] {
  const { facts, files } = paper;
  return [
    {
      type: "paragraphs",
      paragraphs: [`${paper.applicantName}：`],
      indent: false,
    },
    {
      type: "paragraphs",
      paragraphs: [
        `你（单位）提交的“${paper.serviceName}”申请已收到，内容和材料如下，请核对并妥善保存本回执。`,
      ],
    },
    {
      type: "facts",
      facts: [
        { label: "办件编号", value: paper.applicationNumber },
        { label: "业务名称", value: paper.serviceName },
        { label: "提交时间", value: momentText(paper.submittedAt) },
        { label: "办结期限", value: dueText(paper.dueOn) },
      ],
    },
    ...(facts.length > 0
      ? [{ type: "facts" as const, heading: "一、申报内容", facts: facts.map(typedByApplicant) }]
      : []),
    ...(files.length > 0 ? [filesTable(files, facts.length > 0 ? "二" : "一")] : []),
  ];
}

function dueText(dueOn: string | null): string {
  return dueOn ? `${dateText(dueOn)}前` : "该年工作日历尚未公布，公布后告知";
}

/** What people type may hold any character; one that can't be printed shows as 〓. */
function typedByApplicant(fact: Fact): Fact {
  return { ...fact, value: printable(fact.value) };
}

function filesTable(files: readonly ReceivedFile[], ordinal: string): Section {
  return {
    type: "table",
    heading: `${ordinal}、收到的材料（共${files.length}件，均已收到、存妥、可读）`,
    density: "dense",
    columns: [
      { title: "序号", weight: 24 },
      { title: "材料和文件", weight: 88, align: "left" },
      // Wide enough for a hash on one line, so that it can be searched and copied whole.
      { title: "校验值（SHA-256）", weight: 341, align: "left" },
    ],
    rows: files.map((file, index) => [
      String(index + 1),
      `${file.slotName}\n${printable(file.fileName)}\n${sizeText(file.sizeBytes)}`,
      hashesText(file),
    ]),
  };
}

function hashesText(file: ReceivedFile): string {
  const received = `收到：${file.receivedSha256}`;
  return file.storedSha256 ? `${received}\n存档：${file.storedSha256}` : received;
}
