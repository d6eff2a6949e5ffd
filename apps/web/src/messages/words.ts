/** The inbox. */
export const words = {
  title: "消息",
  lead: "发到您手机的短信，这里也有一份。",
  unread: "未读",
  read: "标为已读",
  readNamed: (title: string) => `把“${title}”标为已读`,
  toCase: "看办件",
  empty: "还没有消息",
  emptyHelp: "办件有进展时，会在这里和短信里告诉您。",
} as const;
