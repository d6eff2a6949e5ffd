import { formatDay } from "./dates.ts";
import { designatedAccount } from "./designated-accounts.ts";
import type { AccountLeft, TransferNeeds } from "./housing-transfers.ts";
import { maskIdentityNumber, maskMobile } from "./masks.ts";
import type { Paper } from "./paper.ts";
import type { CaseRequest } from "./service.ts";

export const contactLetterName = "住房公积金异地转移接续联系函";

/** Asks the centre to be left for its sheet and the money, and says where the money goes. */
export function contactLetter<Input>(
  { facts, policy, today, applicationNumber }: CaseRequest<TransferNeeds, Input>,
  left: AccountLeft,
  replyWorkingDays: number,
): Paper {
  const { participant, housingAccount } = facts;
  const account = designatedAccount(policy, "housing.transferAccount", today);
  return {
    kind: "housing-transfer-letter",
    title: contactLetterName,
    holderName: participant.name,
    sections: [
      { type: "paragraphs", paragraphs: [`${left.centre}：`], indent: false },
      {
        type: "paragraphs",
        paragraphs: [
          `职工${participant.name}现在苏州工业园区缴存住房公积金，申请将在贵中心的住房公积金转入园区。请按下列信息核对，符合转出条件的，通过全国住房公积金转移接续平台上传《住房公积金异地转移接续账户信息表》，并将资金划转到下列账户；不符合转出条件的，请通过平台告知原因。`,
        ],
      },
      {
        type: "facts",
        heading: "一、职工和账户",
        facts: [
          { label: "姓名", value: participant.name },
          { label: "证件号码", value: maskIdentityNumber(participant.identityNumber) },
          {
            label: "手机号码",
            value: participant.mobile ? maskMobile(participant.mobile) : "没有登记",
          },
          { label: "办件编号", value: applicationNumber },
          { label: "转出账号", value: left.accountNumber },
          { label: "转入账号", value: housingAccount?.number ?? "" },
          { label: "转出地单位", value: left.employer, wide: true },
          { label: "转入地单位", value: participant.unit?.name ?? "", wide: true },
        ],
      },
      { type: "facts", heading: "二、接收资金的账户", columns: 1, facts: account.facts },
    ],
    notes: [
      "完整的证件号码由平台随本函加密传送，纸面上只显示首尾几位。",
      ...account.notes,
      `本函${formatDay(today)}生成；请在收到后${replyWorkingDays}个工作日内办理。`,
    ],
  };
}
