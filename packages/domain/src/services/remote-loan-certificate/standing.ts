import {
  addMonths,
  firstDayOf,
  formatDay,
  formatMonth,
  isSameMonth,
  monthOf,
} from "../../dates.ts";
import { count, dayFigure, text } from "../../figures.ts";
import {
  type Citation,
  fails,
  handbook,
  holds,
  house,
  moot,
  notBefore,
  type Rule,
} from "../../findings.ts";
import { accountStatusNames } from "../../housing-accounts.ts";
import { participationClause, schemeNames } from "../../participant-words.ts";
import {
  certificateKind,
  certificateName,
  depositRun,
  type LoanCertificateSituation,
} from "./input.ts";

export const source = handbook("异地贷款资格证明开具");

const notice: Citation = {
  kind: "law",
  text: "住房城乡建设部、财政部、中国人民银行《关于发展住房公积金个人住房贷款业务的通知》（建金〔2014〕148号）",
};

type StandingRule = Rule<LoanCertificateSituation>;

export const belongsToTheFund: StandingRule = {
  code: "RLC-1",
  words: "甲类、乙类或者机关事业单位参保，并且在园区缴存住房公积金",
  citation: source,
  judge: ({ facts: { participant, housingAccount } }) => {
    const hasAccount = housingAccount !== null;
    const actual = text(
      "您的参保",
      `${schemeNames[participant.scheme]}，${hasAccount ? "有" : "没有"}住房公积金账户`,
      "actual",
    );
    if (participant.scheme !== "flexible" && hasAccount) return holds(actual);
    return fails({
      message: hasAccount
        ? `您${participationClause(participant)}，不在异地贷款证明的办理范围。`
        : `您${participationClause(participant)}，在园区没有住房公积金账户，没有缴存可以证明。`,
      figures: [
        text("办理条件", "甲类、乙类或机关事业单位参保，有住房公积金账户", "required"),
        actual,
      ],
      remedy: { text: "由单位办理参保和住房公积金开户、缴满规定的月数以后就可以办。" },
    });
  },
};

export const accountIsActive: StandingRule = {
  code: "RLC-6",
  words: "住房公积金账户正常，没有封存，也没有销户",
  citation: house("证明的是正在缴存的账户"),
  judge: ({ facts: { housingAccount } }) => {
    if (housingAccount === null) return moot();
    const status = accountStatusNames[housingAccount.status];
    if (housingAccount.status === "normal") return holds(text("账户状态", status, "actual"));
    const since = housingAccount.sealedOn ? `${formatDay(housingAccount.sealedOn)}` : "";
    return fails({
      message: `您的住房公积金账户 ${housingAccount.number} ${since}${housingAccount.status === "sealed" ? "已经封存" : "已经销户"}，不能开具异地贷款证明。`,
      figures: [
        text("办理条件", accountStatusNames.normal, "required"),
        text("您的账户", status, "actual"),
      ],
      remedy: { text: "由单位启封并恢复缴存，连续缴满规定的月数以后就可以办。" },
    });
  },
};

export const paidWithoutGap: StandingRule = {
  code: "RLC-6",
  words: "住房公积金连续缴存满规定的月数，中间没有漏缴",
  citation: notice,
  reads: ["remoteLoan.minMonths"],
  boundary: "正好连续缴满规定的月数",
  judge: ({ facts: { contributions, housingAccount }, today, policy }) => {
    if (housingAccount === null) return moot();
    const { required, missing, unbroken } = depositRun(contributions, today, policy);
    const actual = count("已连续缴存", unbroken, "个月", "actual");
    const [first, last, lastMissing] = [required.at(0), required.at(-1), missing.at(-1)];
    if (!first || !last || !lastMissing) return holds(actual);
    const named = missing.map(formatMonth).join("、");
    const from = addMonths(lastMissing, 1);
    const until = addMonths(lastMissing, required.length);
    return fails({
      message: `${formatMonth(first)}至${formatMonth(last)}应当每个月都缴存住房公积金，您缺${named}，没有连续缴满${required.length}个月。`,
      figures: [
        count("需要连续缴存", required.length, "个月", "required"),
        actual,
        text("缺少的月份", named, "gap"),
      ],
      remedy: {
        text: `请与单位核对：漏缴的由单位补缴，入账以后就可以办；不补缴的，自${formatMonth(from)}起每月缴存，${formatMonth(until)}的缴存入账以后可以办。`,
      },
    });
  },
};

export const parkLoanIsSettled: StandingRule = {
  code: "RLC-6",
  words: "在园区没有未还清的住房公积金贷款",
  citation: house("未还清园区贷款的，不再证明可以另行贷款"),
  judge: ({ facts: { housingLoan: loan } }) => {
    if (loan === null) return holds(text("园区贷款", "没有", "actual"));
    if (loan.settledOn !== null)
      return holds(dayFigure("园区贷款结清日期", loan.settledOn, "actual"));
    const role = loan.role === "main" ? "主借款人" : "共同借款人";
    return fails({
      message: `您是园区住房公积金贷款 ${loan.number} 的${role}，这笔贷款还没有还清。`,
      figures: [
        text("办理条件", "没有未还清的园区贷款", "required"),
        text("您的贷款", `${loan.number}，${formatDay(loan.paidOutOn)}放款，未结清`, "actual"),
      ],
      remedy: {
        text: "贷款结清以后就可以办；还款情况可查“住房公积金贷款信息查询”，由主借款人查询。",
        service: "housing-loan-query",
      },
    });
  },
};

export const firstInThisMonth: StandingRule = {
  code: "RLC-4",
  words: "本月还没有开具过，一个自然月只开具一次",
  citation: source,
  boundary: "自然月的最后一天和下个月的第一天",
  judge: ({ facts: { issuedPapers }, today }) => {
    const thisMonth = monthOf(today);
    const earlier = issuedPapers.findLast(
      ({ kind, issuedOn }) => kind === certificateKind && isSameMonth(monthOf(issuedOn), thisMonth),
    );
    if (!earlier) return holds();
    const firstDay = firstDayOf(addMonths(thisMonth, 1));
    return notBefore(firstDay, {
      message: `您${formatDay(earlier.issuedOn)}已经开具过${certificateName}（编号 ${earlier.number}），${formatDay(firstDay)}起可以再开具。`,
      figures: [
        count("每个自然月", 1, "次", "required"),
        dayFigure("本月开具日期", earlier.issuedOn, "actual"),
        text("证明编号", earlier.number),
      ],
      remedy: { text: "已开具的证明可在“我的文书”里再次下载，不用重开。" },
    });
  },
};
