/** Poor ratings and what followed on them. */
export const words = {
  title: "评价回访",
  lead: "评为“不满意”和“非常不满意”的办件，由没有审核过这件的人员联系办事人，了解情况后答复。",
  shown: "显示哪些",
  open: "待回访",
  answered: "已答复",
  none: "没有待回访的评价",
  noneAnswered: "还没有答复过的评价",
  noneHelp: "办事人给出差评后会列在这里，等得最久的在前。",
  of: (service: string, applicant: string) => `${service}，${applicant}`,
  rated: "评价",
  noWords: "没有留言",
  number: "办件编号",
  answer: "答复",
  answerHelp:
    "会以站内消息和短信发给办事人，并显示在办件里。写了解到的情况和改进，不写他人的信息。",
  needed: "请写明答复。",
  send: "答复办事人",
  sending: "正在发送",
  by: (name: string, at: string) => `${name}，${at}`,
} as const;
