/** Everything that is held about a person, to take away. */
export const words = {
  title: "下载我的全部资料",
  crumb: "我的账户",
  lead: "把中心保存的关于您的全部内容装进一个压缩包，带走、留存或核对。",
  inside: "压缩包里有什么",
  points: [
    "“请先打开.html”：用手机或电脑的浏览器打开就能看，也能打印，不用上网",
    "“机器可读.json”：同样的内容，给软件读取",
    "“文书”文件夹：中心出具给您的全部文书（PDF）",
    "“材料”文件夹：您提交过的全部材料",
  ],
  warningTitle: "里面的号码是完整的",
  warning: "证件号码、手机号码和银行卡号没有打星号。请不要在公用电脑上下载，也不要发给别人。",
  password: "登录密码",
  passwordHelp: "为了安全，请再输一次。每天最多下载 3 次，每次都会登记。",
  needed: "请输入密码。",
  download: "下载",
  downloading: "正在准备，请稍等",
  done: "下载完成，请在浏览器的下载记录里打开。",
  fileName: (number: string, day: string) => `我的全部资料-${number}-${day}.zip`,
} as const;
