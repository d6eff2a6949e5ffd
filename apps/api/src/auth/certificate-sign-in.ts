import { signInUnitByCertificate } from "@hall/contracts/auth";
import {
  checkUnitCertificate,
  type UnitCertificateRefusal,
} from "@hall/documents/check-unit-certificate";
import { isSignedByCertificate } from "@hall/documents/unit-certificate";
import type { Hall } from "../hall.ts";
import { refuse } from "../http/refusal.ts";
import { route } from "../http/route.ts";
import { takeNonce } from "./challenge.ts";
import { refusePassword } from "./person-sign-in.ts";
import { readTrust } from "./revocations.ts";
import { attemptSignIn } from "./sign-in.ts";
import { firstAgent } from "./unit-sign-in.ts";

/**
 * SGN-3. The password is judged first: who doesn't have it learns nothing about certificates, and
 * who has it is told what is wrong with theirs.
 */
export const certificateSignIn = route(signInUnitByCertificate, (call) =>
  attemptSignIn(call, "agent", call.body.unitCode, async (code) => {
    const { hall, body } = call;
    const nonce = await takeNonce(hall.db, body.challengeId, code, hall.clock.system());
    const found = await firstAgent(hall, code);
    const refused = await refusePassword(hall, found?.agentId ?? null, body.password);
    if (refused) return refused;
    if (!found) throw new Error("a password fits nobody");
    const { agentId: ownerId, unitId } = found;
    if (!nonce) return turnedAway(ownerId, "challenge");
    const wrong = await refuseCertificate(hall, { ...body, nonce, unitCode: code, unitId });
    if (wrong) return turnedAway(ownerId, wrong);
    return { outcome: "in", ownerId, unitId, method: "certificate" };
  }),
);

type Wrong = UnitCertificateRefusal | "challenge" | "signature";

const words: Readonly<Record<Wrong, string>> = {
  unreadable: "证书文件不能识别，请重新选择发放的证书文件。",
  "not-issued-here": "这张证书不是本中心认可的机构签发的，请选择正确的证书文件。",
  "not-for-sign-in": "这张证书不是单位登录证书，请选择正确的证书文件。",
  "not-yet-valid": "证书尚未生效，请核对电脑时间和证书有效期。",
  expired: "证书已过期，请到柜面办理续期。",
  revoked: "证书已注销，不能登录。如有疑问请到柜面查询。",
  "revocation-list-unusable": "暂时无法核对证书状态，请稍后再试。",
  "other-unit": "这张证书不属于该单位代码，请核对单位代码和证书文件。",
  challenge: "登录等待超过两分钟或页面已提交过，请重新登录。",
  signature: "证书签名核对不上，请重新选择证书文件再登录。",
};

const turnedAway = (ownerId: string, reason: Wrong) =>
  ({
    outcome: "turned-away",
    ownerId,
    reason: `certificate-${reason}`,
    refusal: refuse("sign-in-failed", words[reason]),
  }) as const;

interface Presented {
  readonly certificatePem: string;
  readonly signature: string;
  readonly nonce: string;
  readonly unitCode: string;
  readonly unitId: string;
}

/** What is wrong with certificate or signature; null when both are good and the unit's own. */
async function refuseCertificate(hall: Hall, presented: Presented): Promise<Wrong | null> {
  const { certificatePem, unitCode } = presented;
  const trust = await readTrust(hall);
  const verdict = await checkUnitCertificate(certificatePem, {
    ...trust,
    unitCode,
    at: hall.clock.system(),
  });
  if (verdict.outcome === "refused") return verdict.reason;
  const record = await hall.db.unitCertificate.findUnique({ where: { serial: verdict.serial } });
  if (!record || record.unitId !== presented.unitId) return "other-unit";
  if (record.revokedAt) return "revoked";
  // The certificate on record and no other one under the same serial number.
  const message = Buffer.from(presented.nonce, "utf8");
  const signature = Buffer.from(presented.signature, "base64");
  return isSignedByCertificate(record.pem, message, signature) ? null : "signature";
}
