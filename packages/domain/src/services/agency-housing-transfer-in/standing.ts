import { formatDay, formatMonth } from "../../dates.ts";
import { text } from "../../figures.ts";
import { fails, handbook, holds, moot, type Rule } from "../../findings.ts";
import { accountStatusNames } from "../../housing-accounts.ts";
import { participationClause, schemeNames, statusNames } from "../../participant-words.ts";
import {
  type AgencyTransferRequest,
  type AgencyTransferSituation,
  chosen,
  movable,
} from "./input.ts";

export const source = handbook("机关住房公积金转入");

type StandingRule = Rule<AgencyTransferSituation>;

export const isAgencyParticipant: StandingRule = {
  code: "AHI-1",
  words: "机关事业单位参保，缴费状态正常",
  citation: source,
  judge: ({ facts: { participant } }) => {
    const actual = text(
      "您的参保状态",
      `${schemeNames[participant.scheme]}，${statusNames[participant.status]}`,
      "actual",
    );
    if (participant.scheme === "agency" && participant.status === "normal") return holds(actual);
    return fails({
      message: `您${participationClause(participant)}，不属于正常缴费的机关事业单位参保人员。`,
      figures: [text("办理条件", "机关事业单位参保，正常缴费", "required"), actual],
      remedy: {
        text:
          participant.scheme === "agency"
            ? "恢复缴费后就可以办。"
            : "企业参保的职工请办理“大市外住房公积金转入”，可到中心柜面咨询。",
      },
    });
  },
};

export const accountIsOpen: StandingRule = {
  code: "AHI-1",
  words: "在园区有正常缴存的住房公积金账户",
  citation: source,
  judge: ({ facts: { housingAccount: account } }) => {
    if (account?.status === "normal") return holds(text("园区账户", account.number, "actual"));
    const since = account?.sealedOn ? `自${formatDay(account.sealedOn)}起` : "";
    return fails({
      message: account
        ? `您的住房公积金账户 ${account.number} ${since}${accountStatusNames[account.status]}，不能转入。`
        : "您在园区没有住房公积金账户，不能转入。",
      figures: [
        text("办理条件", accountStatusNames.normal, "required"),
        text("您的账户", account ? accountStatusNames[account.status] : "没有", "actual"),
      ],
      remedy: { text: "由单位开户或启封并恢复缴存以后就可以办。" },
    });
  },
};

export const hasFundElsewhere: StandingRule = {
  code: "AHI-1",
  words: "在大市外的公积金中心有可以转入的账户",
  citation: source,
  judge: (situation) => {
    const accounts = movable(situation);
    if (accounts.length > 0) {
      return holds(
        ...accounts.map(({ centre, accountNumber }) =>
          text("可以转入", `${centre} ${accountNumber}`, "actual"),
        ),
      );
    }
    const known = situation.facts.housingFundsElsewhere.map(
      ({ centre, transferredOn, inGreaterSuzhou }) =>
        text(
          centre,
          transferredOn
            ? `${formatDay(transferredOn)}已经转入`
            : inGreaterSuzhou
              ? "在大市内，不属于本事项"
              : "可以转入",
          "actual",
        ),
    );
    return fails({
      message: "没有查到您在大市外可以转入的住房公积金账户。",
      figures: [text("办理条件", "大市外有未转移的账户", "required"), ...known],
      remedy: {
        text: "请向原公积金中心核实账户是否已在全国住房公积金平台登记，登记后就可以办；也可带账户资料到中心柜面查询。",
      },
    });
  },
};

export const accountIsKnown: Rule<AgencyTransferRequest> = {
  code: "AHI-1",
  words: "选择的转出账户在可以转入的账户里",
  citation: source,
  judge: (asked) => {
    const accounts = movable(asked);
    if (accounts.length === 0) return moot();
    const account = chosen(asked);
    if (account) {
      const span = `${formatMonth(account.from)}至${formatMonth(account.to)}`;
      return holds(
        text("转出地中心", account.centre, "actual"),
        text("在那里缴存", span, "actual"),
      );
    }
    return fails({
      message: "您选的账户不在可以转入的账户里，请重新选择。",
      figures: accounts.map(({ centre, accountNumber }) =>
        text("可以转入", `${centre} ${accountNumber}`, "required"),
      ),
      remedy: { text: "请从列出的账户里选择。" },
      at: "/accountNumber",
    });
  },
};
