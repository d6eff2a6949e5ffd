/** What the hall says when no answer of the server is there to say it. */
export const words = {
  offline: {
    title: "网络不通",
    detail: "没有连上服务大厅。已填写的内容都在，网络恢复后请再试一次。",
  },
  unreadable: {
    title: "暂时不能办理",
    detail: "服务大厅的答复不完整，请稍后再试。已填写的内容不会丢失。",
  },
} as const;
