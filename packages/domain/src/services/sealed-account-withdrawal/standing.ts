import {
  addMonthsClamped,
  daysBetween,
  earliestDay,
  formatDay,
  fullMonthsBetween,
  isOnOrAfter,
} from "../../dates.ts";
import type { ElsewhereRecord } from "../../facts.ts";
import { count, dayFigure, type Figure, money, text } from "../../figures.ts";
import {
  fails,
  handbook,
  holds,
  house,
  moot,
  notBefore,
  type Rule,
  type Verdict,
} from "../../findings.ts";
import {
  accountStatusNames,
  payoutAccountOf,
  payoutKinds,
  payoutWords,
} from "../../housing-accounts.ts";
import { participationClause } from "../../participant-words.ts";
import { formatAgeMonths } from "../../retirement-age.ts";
import { openAccount, type SealedSituation, sealedOn } from "./input.ts";
import { retirementOf } from "./retirement.ts";

const source = handbook("封存住房公积金账户提取");

type StandingRule = Rule<SealedSituation>;

export const accountIsOpen: StandingRule = {
  code: "SAW-1",
  words: "在园区有住房公积金账户，而且没有销户",
  citation: source,
  judge: (situation) => {
    const account = situation.facts.housingAccount;
    if (openAccount(situation)) return holds();
    return fails({
      message: account
        ? `您的住房公积金账户 ${account.number} 已经销户，没有可以提取的余额。`
        : "您在园区没有住房公积金账户，没有可以提取的余额。",
      figures: [
        text("办理条件", "有未销户的账户", "required"),
        text("您的账户", account ? accountStatusNames[account.status] : "没有", "actual"),
      ],
      remedy: { text: "如果您在园区缴存过而这里没有显示，请带身份证到中心柜面核对。" },
    });
  },
};

export const accountIsSealed: StandingRule = {
  code: "SAW-1",
  words: "住房公积金账户已经封存",
  citation: source,
  judge: (situation) => {
    const account = openAccount(situation);
    if (account === null) return moot();
    const sealed = sealedOn(situation);
    if (sealed) return holds(dayFigure("封存日期", sealed, "actual"));
    return fails({
      message: `您的住房公积金账户 ${account.number} 还没有封存，状态是${accountStatusNames[account.status]}。`,
      figures: [
        text("办理条件", accountStatusNames.sealed, "required"),
        text("您的账户", accountStatusNames[account.status], "actual"),
      ],
      remedy: {
        text: "离职后由原单位办理封存；已经离职而账户没有封存的，请联系原单位或到中心柜面。",
      },
    });
  },
};

export const sealedHalfAYear: StandingRule = {
  code: "SAW-1",
  words: "账户封存满半年；已到法定退休年龄的，不看封存时间",
  citation: source,
  reads: ["withdrawal.sealedMonths", "retirement.age"],
  boundary: "封存满半年的当天，或到法定退休年龄的当天",
  judge: (situation) => {
    const { today, policy } = situation;
    const since = sealedOn(situation);
    if (since === null) return moot();
    const retirement = retirementOf(situation);
    if (retirement.reached) return holds(retirement.figure);
    const months = policy.on("withdrawal.sealedMonths", today).general;
    const halfAYear = addMonthsClamped(since, months);
    const sealed = count("已经封存", fullMonthsBetween(since, today), "个月", "actual");
    if (isOnOrAfter(today, halfAYear)) return holds(sealed, dayFigure("封存日期", since));
    const firstDay = earliestDay(halfAYear, retirement.day);
    return notBefore(firstDay, {
      message: `您的账户${formatDay(since)}封存，还没有满半年，最早${formatDay(firstDay)}可以申请。`,
      figures: [
        count("需要封存", months, "个月", "required"),
        sealed,
        count("还差", daysBetween(today, firstDay), "天", "gap"),
        dayFigure("封存日期", since),
      ],
      remedy: { text: `到${formatDay(firstDay)}再来申请，其他条件不变就可以办。` },
    });
  },
};

export const notEmployedInTheCity: StandingRule = {
  code: "SAW-1",
  words: "没有在本市就业；已到法定退休年龄的，不看这一条",
  citation: source,
  reads: ["retirement.age"],
  judge: (situation) => {
    const { participant, elsewhere } = situation.facts;
    const here = participant.status === "normal" ? [participationClause(participant)] : [];
    const around = elsewhere
      .filter(({ kind, inGreaterSuzhou }) => kind === "employment" && inGreaterSuzhou)
      .map((record) => `${sinceAndWhere(record)}就业`);
    return unlessAtRetirementAge(situation, [...here, ...around], {
      label: "本市就业",
      sentence: (found) => `您${found}，属于在本市就业，现在不能提取。`,
      remedy: "离职并停保后可以申请",
    });
  },
};

export const notPayingElsewhere: StandingRule = {
  code: "SAW-1",
  words: "没有在园区以外继续缴存住房公积金；已到法定退休年龄的，不看这一条",
  citation: source,
  reads: ["retirement.age"],
  judge: (situation) => {
    const paying = situation.facts.elsewhere.filter(({ kind }) => kind === "housing-fund");
    return unlessAtRetirementAge(
      situation,
      paying.map((record) => `${sinceAndWhere(record)}缴存住房公积金`),
      {
        label: "园区外缴存",
        sentence: (found) => `您${found}，园区的余额应当转过去，现在不能提取。`,
        remedy: `可以向${paying.map(({ place }) => place).join("、")}的公积金中心申请把园区余额转入；在那里停缴后也可以再申请提取`,
      },
    );
  },
};

export const transferVoucherIssued: StandingRule = {
  code: "SAW-2",
  words: "已经办理社会保险关系转出，开具过参保缴费凭证",
  citation: source,
  judge: ({ facts: { transferVouchers } }) => {
    if (transferVouchers.length > 0) {
      const numbers = transferVouchers.map(({ number }) => number).join("、");
      return holds(text("参保缴费凭证", numbers, "actual"));
    }
    return fails({
      message: "您还没有开具过参保缴费凭证，要先办理社会保险关系转出。",
      figures: [
        text("办理条件", "已开具参保缴费凭证", "required"),
        text("您的凭证", "没有", "actual"),
      ],
      remedy: {
        text: "请先到中心柜面办理社会保险关系转出、开具参保缴费凭证，当天就可以再来申请。",
      },
    });
  },
};

export const payoutAccountOnRecord: StandingRule = {
  code: "SAW-4",
  words: "有可以收款的市民卡银行账户或绑定银行卡",
  citation: source,
  judge: ({ facts: { payoutAccounts } }) => {
    const known = payoutKinds.flatMap((kind) => {
      const account = payoutAccountOf(payoutAccounts, kind);
      return account ? [text("收款账户", payoutWords(kind, account), "actual")] : [];
    });
    if (known.length > 0) return holds(...known);
    return fails({
      message: "中心没有登记您的收款账户，提取的钱无处可付。",
      figures: [
        text("办理条件", "市民卡银行账户或绑定银行卡", "required"),
        text("登记的账户", "没有", "actual"),
      ],
      remedy: { text: "请到苏州银行网点开通市民卡的银行账户，或到中心柜面绑定本人银行卡。" },
    });
  },
};

export const somethingToWithdraw: StandingRule = {
  code: "SAW-1",
  words: "账户里有余额",
  citation: house("余额为零的账户没有可以提取的金额"),
  judge: (situation) => {
    const account = openAccount(situation);
    // An open case may have drawn the balance already: the money is on its way to the bank.
    if (account === null || account.frozenBy !== null) return moot();
    if (account.balanceFen > 0n) return holds(money("账户余额", account.balanceFen, "actual"));
    return fails({
      message: `您的住房公积金账户 ${account.number} 余额为零，没有可以提取的金额。`,
      figures: [money("账户余额", account.balanceFen, "actual")],
      remedy: { text: "对余额有疑问的，可以在“员工账户查询”核对，或到中心柜面查询。" },
    });
  },
};

interface Obstacle {
  readonly label: string;
  readonly sentence: (found: string) => string;
  /** Without a full stop: the way by age follows. */
  readonly remedy: string;
}

/** Refuses for what was found, unless the person is old enough for it not to matter. */
function unlessAtRetirementAge(
  situation: SealedSituation,
  found: readonly string[],
  obstacle: Obstacle,
): Verdict {
  const retirement = retirementOf(situation);
  if (retirement.reached) return holds(retirement.figure);
  if (found.length === 0) return holds(text(obstacle.label, "没有", "actual"));
  const figures: readonly Figure[] = [
    text("办理条件", `没有${obstacle.label}`, "required"),
    ...found.map((words) => text(obstacle.label, words, "actual")),
  ];
  return fails({
    message: obstacle.sentence(found.join("；")),
    figures,
    remedy: {
      text: `${obstacle.remedy}；到法定退休年龄（${formatAgeMonths(retirement.months)}，${formatDay(retirement.day)}）后不看这一条。`,
    },
  });
}

function sinceAndWhere({ since, place }: ElsewhereRecord): string {
  return `自${formatDay(since)}起在${place}`;
}
