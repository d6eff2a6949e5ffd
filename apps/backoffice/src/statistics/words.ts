/** How much was handled, and how quickly. */
export const words = {
  title: "统计",
  lead: "按提交日期统计；办理时长不含等待补正的时间。",
  from: "从",
  to: "到",
  service: "事项",
  any: "全部事项",
  show: "查看",
  export: "导出表格",
  exporting: "正在导出",
  fileName: (from: string, to: string) => `办件统计${from}至${to}.xlsx`,
  refusalsChart: "不通过最多的理由",
  refusalsSummary: (reason: string, cases: number) => `最多的是“${reason}”，${cases} 件。`,
  times: "每周办理时长",
  timesSummary: (week: string, hours: string) => `中位时长最长的一周从${week}起，${hours}。`,
  medianHours: "中位时长（小时）",
  wrongDay: "日期请按 2026-03-18 填写。",
  submitted: "提交",
  decided: "办结审核",
  approved: "通过",
  refused: "不通过",
  inTime: "按时率",
  median: "中位时长",
  slowest: "最长",
  slowestIs: (time: string) => `最长 ${time}`,
  case: "件",
  noTime: "—",
  hours: (hours: number) =>
    hours < 1
      ? `${Math.round(hours * 60)} 分钟`
      : hours < 48
        ? `${round(hours)} 小时`
        : `${round(hours / 24)} 天`,
  percent: (percent: number) => `${round(percent)}%`,
  weeks: "每周办件量",
  weeksSummary: (weeks: number, most: number, week: string) =>
    `共 ${weeks} 周，最多的一周从${week}起，提交 ${most} 件。`,
  week: "周（从星期一起）",
  services: "分事项",
  servicesChart: "各事项的通过与不通过",
  servicesSummary: (name: string, count: number) => `提交最多的是“${name}”，${count} 件。`,
  refusals: "不通过的理由",
  reason: "理由",
  cases: "件数",
  noRefusals: "这段时间没有不通过的办件。",
  none: "这段时间没有办件",
  noneLead: "换一个日期范围。",
} as const;

export const timeText = (hours: number | null): string =>
  hours === null ? words.noTime : words.hours(hours);

function round(value: number): string {
  return String(Number(value.toFixed(1)));
}
