/** 综合受理办理进度查询. */
export const words = {
  title: "办理进度查询",
  lead: "在中心大厅综合窗口受理的承诺件和在网上提交的办件，都在这里。先显示今年的，改早开始日期可以查以前的。",
  crumb: "信息查询",
  since: "受理开始日期",
  ask: "查询",
  asking: "正在查询",
  shown: (day: string, count: number) => `${day}起受理的办件，共 ${count} 件`,
  caption: "办理进度",
  empty: "没有办件",
  emptyHelp: "这一天以来没有受理您的办件。可以把开始日期改早再查。",
  toServices: "看看能办什么",
  column: {
    matter: "事项",
    channel: "渠道",
    accepted: "受理时间",
    step: "当前环节",
    due: "办结期限",
    result: "结果",
  },
  left: (days: number) =>
    days === 0 ? "今天到期" : days > 0 ? `还有 ${days} 个工作日` : `已超过 ${-days} 个工作日`,
  open: "办理中",
} as const;
