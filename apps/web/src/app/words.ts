/** The frame around every page. */
export const words = {
  nav: {
    home: "首页",
    services: "全部事项",
    applications: "我的办件",
    account: "我的账户",
    documents: "我的文书",
    messages: "消息",
    verify: "文书验证",
    unit: "单位工作台",
    unitApplications: "单位办件",
    unitDocuments: "单位文书",
  },
  account: {
    signIn: "登录",
    security: "登录与密码",
    signOut: "退出登录",
    open: (name: string) => `${name}，打开我的菜单`,
    away: (name: string) => `${name}，我的菜单没能加载出来，再试一次`,
  },
  footer: {
    centre: "苏州工业园区社会保险和公积金管理中心",
    hours: "网上大厅全天开放。17:00 以后和休息日提交的，按下一个工作日受理。",
    counter: "柜面地址和电话",
    rules: "规则手册",
    verify: "文书验证",
    services: "全部事项",
    demo: "演示环境：人员、单位和金额均为虚构，标为“演示”的参数不是官方数值。",
  },
  offline: "网络已断开。可以继续填写，已填写的内容都在；恢复后会自动续传。",
  opening: "正在打开页面",
  notFound: {
    title: "没有这个页面",
    lead: "地址可能写错了，或者页面已经搬走。",
    home: "回到首页",
    services: "看全部事项",
  },
  failed: {
    title: "页面没有打开",
    offline: "网络不通，这个页面还没有在本机打开过。恢复网络后请重试。",
    bug: "页面出了问题，您的数据没有受影响。请重新打开；还不行，请到中心柜面办理。",
    again: "重新打开",
  },
  retry: "重试",
  idle: {
    title: "您还在吗",
    lead: (minutes: number) =>
      `已经 ${minutes} 分钟没有操作。为了安全，2 分钟后会自动退出登录；已填写的内容会存为草稿，再次登录后还在。`,
    stay: "继续使用",
    leave: "现在退出",
  },
} as const;
