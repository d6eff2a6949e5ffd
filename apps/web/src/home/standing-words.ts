/** What I may do today. */
export const words = {
  title: "我今天能办的事",
  lead: "按您在中心的记录逐项判断。点进去看每一条原因、差多少和可以怎样做。",
  open: "今天可以办",
  later: "以后可以办",
  counter: "到柜面办",
  refused: "不符合条件",
  count: (count: number) => `${count} 项`,
  from: "起可办",
  badge: { open: "可办", later: "以后", counter: "柜面", refused: "不可办" },
} as const;
