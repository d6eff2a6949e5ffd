import type { FactName } from "./facts.ts";
import { text } from "./figures.ts";
import { type Citation, fails, holds, moot, type Rule, type RuleCode } from "./findings.ts";
import type { Situation } from "./service.ts";

const wayNames = { certificate: "单位代码、数字证书和密码", password: "单位代码和密码" } as const;

/**
 * Matters of the unit business platform are for whoever proved the unit's certificate (SGN-1,
 * SGN-3). Each service has the rule under its own code. Where nobody is signed in, as when the
 * centre judges a case again that keeps no sign-in, there is nothing to judge.
 */
export const signedInByCertificate = (
  code: RuleCode,
  citation: Citation,
): Rule<Pick<Situation<FactName>, "filing">> => ({
  code,
  words: "用单位代码、数字证书和密码登录",
  citation,
  judge: ({ filing: { signIn } }) => {
    if (signIn === null) return moot();
    const actual = text("您这次的登录方式", wayNames[signIn], "actual");
    if (signIn === "certificate") return holds(actual);
    return fails({
      message: "您这次没有用数字证书登录，不能办理这个事项。",
      figures: [text("办理条件", wayNames.certificate, "required"), actual],
      remedy: {
        text: "请退出后选择“数字证书”重新登录；还没有数字证书的单位，请到中心柜面申领。",
      },
    });
  },
});
