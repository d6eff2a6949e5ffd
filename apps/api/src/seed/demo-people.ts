import { writeFile } from "node:fs/promises";
import { personas } from "@hall/domain/personas/personas";
import { Temporal } from "temporal-polyfill";
import { DEMO_CERTIFICATE_PASSPHRASE, DEMO_PASSWORD } from "./password.ts";
import { FIRST_SIGN_IN } from "./persons.ts";
import type { SeededStaff } from "./staff.ts";
import { WITH_CERTIFICATE } from "./units.ts";

/** Says with whom one signs in; the one-time-code secrets stand nowhere else in the clear. */
export async function writeDemoPeople(
  env: NodeJS.ProcessEnv,
  staff: readonly SeededStaff[],
): Promise<void> {
  const file = env["HALL_DEMO_PEOPLE_FILE"];
  if (!file) return;
  const day = Temporal.PlainDate.from("2026-03-01");
  const people = Object.values(personas).map((persona) => {
    const sign =
      persona.kind === "person"
        ? persona.facts(day).participant.personalNumber
        : persona.facts(day).unit.code;
    const first = sign === FIRST_SIGN_IN ? "（首次登录，须先改密码）" : "";
    const by = WITH_CERTIFICATE.includes(sign) ? `（用数字证书 ${certificateOf(env, sign)}）` : "";
    return `  ${sign.padEnd(10)} ${persona.shows}${first}${by}`;
  });
  const lines = [
    `演示人员（均为虚构，密码都是 ${DEMO_PASSWORD}）`,
    "",
    "个人和单位，在 / 登录：",
    ...people,
    `  数字证书的密码都是 ${DEMO_CERTIFICATE_PASSPHRASE}`,
    "",
    "工作人员，在 /backoffice 登录，动态口令由密钥生成（任一验证器应用）：",
    ...staff.map(
      ({ username, roles, totpSecret }) =>
        `  ${username.padEnd(10)} ${roles.join("、").padEnd(10)} ${totpSecret}`,
    ),
    "",
  ];
  await writeFile(file, lines.join("\n"), { mode: 0o600 });
}

const certificateOf = (env: NodeJS.ProcessEnv, unitCode: string): string =>
  `${env["HALL_DATA_DIR"] ?? "."}/${unitCode}.p12`;
