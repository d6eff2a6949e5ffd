import { signInUnit } from "@hall/contracts/auth";
import type { Hall } from "../hall.ts";
import { refuse } from "../http/refusal.ts";
import { route } from "../http/route.ts";
import { refusePassword } from "./person-sign-in.ts";
import { attemptSignIn } from "./sign-in.ts";

/** SGN-1: schools and rental companies come in by password; the business platform wants more. */
const BY_PASSWORD: readonly string[] = ["school", "rental"];

/** The unit's code and password sign its first agent in. */
export const unitSignIn = route(signInUnit, (call) =>
  attemptSignIn(call, "agent", call.body.unitCode, async (code) => {
    const found = await firstAgent(call.hall, code);
    const refused = await refusePassword(call.hall, found?.agentId ?? null, call.body.password);
    if (refused) return refused;
    if (!found) throw new Error("a password fits nobody");
    const { agentId: ownerId, unitId } = found;
    if (BY_PASSWORD.includes(found.kind)) {
      return { outcome: "in", ownerId, unitId, method: "password" };
    }
    const refusal = refuse(
      "not-allowed",
      "贵单位办理业务须使用数字证书，请选择“数字证书”，用证书文件和密码登录。",
    );
    return { outcome: "turned-away", ownerId, reason: "certificate-needed", refusal };
  }),
);

/** The agent whom a unit's code stands for; null for no such unit. */
export async function firstAgent(hall: Hall, unitCode: string) {
  const unit = await hall.db.unit.findUnique({ where: { code: unitCode } });
  const agent =
    unit && (await hall.db.agent.findFirst({ where: { unitId: unit.id, isFirst: true } }));
  return unit && agent ? { agentId: agent.id, unitId: unit.id, kind: unit.kind } : null;
}
