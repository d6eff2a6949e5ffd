import type { MessageTemplate } from "./effects.ts";

/** A text with places for values, such as {month}. */
interface MessageText {
  readonly title: string;
  readonly body: string;
}

/** The national hotline of social insurance, for who didn't do themselves what they are told. */
export const HOTLINE = "12333";

/** All messages of the hall, in one place (NTF-4). Numbers in values come masked. */
export const messageTexts: Readonly<Record<MessageTemplate, MessageText>> = {
  "plan-changed": {
    title: "缴费方案已变更",
    body: "您的灵活就业缴费方案已变更为{plan}，自{month}起生效，每月应缴{amount}元。办件编号{number}。",
  },
  "certificate-issued": {
    title: "参保证明已开具",
    body: "您已开具{paper}，可在网上办事大厅下载，他人可扫码验证。办件编号{number}。",
  },
  "paper-issued": {
    title: "文书已开具",
    body: "您已开具{paper}，{next}。可在网上办事大厅下载，他人可扫码验证。办件编号{number}。",
  },
  "case-accepted": {
    title: "申请已受理",
    body: "您申请的“{service}”已受理，办件编号{number}，{due}。",
  },
  "withdrawal-approved": {
    title: "提取申请已通过",
    body: "您的住房公积金提取申请已通过，{amount}元将付至{payee}。办件编号{number}。",
  },
  "withdrawal-paid": {
    title: "提取款已到账",
    body: "您提取的住房公积金{amount}元已付至{payee}，账户已销户。办件编号{number}。",
  },
  "payment-returned": {
    title: "付款被银行退回",
    body: "付给您的{amount}元被银行退回（{reason}），款项已退回原账户，不影响您的申请。请核对收款账户，核对后我们会重新付款。办件编号{number}。",
  },
  "approval-taken-back": {
    title: "通过决定已撤销",
    body: "您申请的“{service}”付款被银行退回，重新核对后已不符合办理条件：{reason}原来的通过决定已撤销，款项仍在您的账户，符合条件后可以重新申请。办件编号{number}。",
  },
  "case-refused": {
    title: "申请未通过",
    body: "您申请的“{service}”未通过：{reason}。详情和下一步请登录网上办事大厅查看。办件编号{number}。",
  },
  "supplement-needed": {
    title: "请补正材料",
    body: "您申请的“{service}”需要补正：{missing}。请在{until}前（含当日）登录网上办事大厅补正，办理时限已暂停计算，逾期未补正的申请失效。办件编号{number}。",
  },
  "supplement-reminder": {
    title: "补正快要到期",
    body: "您申请的“{service}”还没有补正：{missing}。请在{until}前（含当日）登录网上办事大厅补正，逾期未补正的申请失效，可重新申请。办件编号{number}。",
  },
  "case-withdrawn": {
    title: "申请已撤回",
    body: "您申请的“{service}”已按您的要求撤回。办件编号{number}。",
  },
  "case-lapsed": {
    title: "申请已失效",
    body: "您申请的“{service}”因逾期未补正已失效，可重新申请。办件编号{number}。",
  },
  "rating-answered": {
    title: "您的评价有了答复",
    body: "您对“{service}”的评价，中心回访后答复：{answer}。办件编号{number}。",
  },
  "refund-demanded": {
    title: "失业金退支申请表已生成",
    body: "您的失业金退支申请表已生成，应退{amount}元。请到银行柜台转账后，带银行缴款凭证到中心柜面办理。办件编号{number}。",
  },
  "refund-cleared": {
    title: "失业金退支已入账",
    body: "您退支的失业金{amount}元（{months}）已入账，{matters}。办件编号{number}。",
  },
  "transfer-asked": {
    title: "公积金转入联系函已发出",
    body: "您申请的住房公积金转入，中心已向{centre}发出联系函，等待对方发送账户信息表和资金。办件编号{number}。",
  },
  "transfer-received": {
    title: "转入资金已收到",
    body: "{centre}已发送您的账户信息表和资金{amount}元，中心正在审核入账。办件编号{number}。",
  },
  "transfer-posted": {
    title: "公积金转入已入账",
    body: "从{centre}转入的住房公积金{amount}元已记入您的账户，缴存{months}个月一并记录。办件编号{number}。",
  },
  "photo-approved": {
    title: "制卡照片已通过",
    body: "您的制卡照片已通过预审，市民卡自{day}起进入制卡，不能再换照片。办件编号{number}。",
  },
  "remote-care-registered": {
    title: "异地就医登记已确认",
    body: "您的异地就医登记（{kind}，{place}）已确认，{span}。{next}办件编号{number}。",
  },
  "remote-care-cancelled": {
    title: "异地就医登记已撤销",
    body: "您的异地就医登记（{kind}，{place}）已撤销，自{from}起失效。办件编号{number}。",
  },
  "remote-care-withdrawn": {
    title: "异地就医登记申请已撤回",
    body: "您的异地就医登记申请（办件编号{withdrawn}）已撤回，不再审核。办件编号{number}。",
  },
  "list-decided": {
    title: "名单已审核",
    body: "贵单位“{service}”的名单已审核：确认{confirmed}人，不予确认{refused}人。每个人的结果和原因请登录网上办事大厅查看。办件编号{number}。",
  },
  "students-enrolled": {
    title: "学生参保登记已保存",
    body: "{year}年度居民医保新增{count}名学生，每人应缴{amount}元，请家长在{until}前（含当日）缴费。办件编号{number}。",
  },
  "student-lapsed": {
    title: "学生未按期缴费",
    body: "{count}名学生在{until}前没有缴费，参保登记已失效，请登录查看名单。",
  },
  "permission-opened": {
    title: "办理权限已开通",
    body: "中心已为贵单位开通“{permission}”，{span}。经办人员登录网上办事大厅即可申请。",
  },
  "permission-closed": {
    title: "办理权限已关闭",
    body: "中心已关闭贵单位的“{permission}”：{reason}。需要再次开通的，请到中心柜面申请。",
  },
  "one-time-code": {
    title: "验证码",
    body: "您的验证码是{code}，5分钟内有效，用于{purpose}。请勿告诉他人。",
  },
  "password-changed": {
    title: "密码已修改",
    body: "您的网上办事大厅密码已修改。如非本人操作，请立即拨打{phone}。",
  },
  "account-locked": {
    title: "登录已暂时锁定",
    body: "{when}，您的网上办事大厅账户连续5次没有登录成功，为了安全锁定15分钟，到时可以再登录。不是您本人操作的，登录后请修改密码；需要帮助请拨打{phone}。",
  },
  "new-device": {
    title: "账户在新的设备上登录",
    body: "{when}，您的网上办事大厅账户在一台没有用过的设备或浏览器上登录。是您本人的不用处理；不是的，请马上到“登录记录和密码”里结束这次登录并修改密码，或拨打{phone}。",
  },
  "certificate-ends": {
    title: "数字证书快要到期",
    body: "贵单位的数字证书用到{day}，到期后不能再用它登录网上办事大厅。请在到期前带单位证件到中心柜面换发。",
  },
  "human-review-taken": {
    title: "人工复核已收到",
    body: "您请工作人员复核“{service}”的一条系统判断，已收到，编号{number}，{due}。请登录网上办事大厅，在“我的办件”里查看。",
  },
  "human-review-answered": {
    title: "人工复核有答复了",
    body: "您请工作人员复核的“{service}”（编号{number}）已有答复：{outcome}。理由和下一步请登录网上办事大厅，在“我的办件”里查看。",
  },
  "contact-changed": {
    title: "登记信息已变更",
    body: "您登记的{what}已于{when}在柜面变更。为了安全，{hours}小时内暂不向您付款。如非本人办理，请立即拨打{phone}。",
  },
  "reminder-open": {
    title: "您设的提醒：今天可以办了",
    body: "“{service}”今天起可以办理，我们刚核对过您的记录，符合办理条件。请登录网上办事大厅办理。",
  },
  "reminder-not-yet": {
    title: "您设的提醒：到日子了，还差一步",
    body: "您让我们今天提醒您办“{service}”。我们刚核对过您的记录，现在还不能办：{reason}请登录网上办事大厅查看原因和办法。",
  },
};

/** Fills a text. Throws where a value is missing: a message with a hole is never sent. */
export function writeMessage(
  template: MessageTemplate,
  values: Readonly<Record<string, string>>,
): MessageText {
  const { title, body } = messageTexts[template];
  const filled = body.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`message ${template} lacks its ${name}`);
    return value;
  });
  return { title, body: filled };
}
