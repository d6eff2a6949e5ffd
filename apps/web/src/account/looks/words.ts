/** Who has looked at a person's record. */
export const words = {
  title: "谁看过我的记录",
  crumb: "我的账户",
  lead: "中心工作人员每次查看或处理您的记录都会自动登记，谁也不能删改。这里按时间列出，最近的在前。",
  caption: "查看和处理记录",
  at: "时间",
  role: "岗位",
  what: "做了什么",
  why: "为哪件事",
  noCase: "没有对应的办件",
  number: (number: string) => `编号 ${number}`,
  none: "还没有人看过",
  noneHelp: "工作人员查看或处理您的记录以后，会出现在这里。",
  explainTitle: "关于这份记录",
  explain: [
    "只写岗位，不写姓名；需要知道是谁，可以凭身份证件到柜面查询。",
    "名单里只显示打了星号的姓名，不算看过您的记录；打开您的办件、文书、材料或账目才算。",
    "系统自动计算、发消息和制作文书没有人看，不在这里。",
  ],
} as const;
