import { staffRoles } from "@hall/domain/staff-roles";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { instantSchema } from "./wire.ts";

const password = z.string().min(1, "请输入密码").max(200, "密码太长");

export const actorSchema = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("person"),
      id: z.uuid(),
      name: z.string(),
      personalNumber: z.string(),
      mustChangePassword: z.boolean(),
    }),
    z.object({
      kind: z.literal("agent"),
      id: z.uuid(),
      name: z.string(),
      unit: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
      method: z.enum(["password", "certificate"]),
      mustChangePassword: z.boolean(),
    }),
    z.object({
      kind: z.literal("staff"),
      id: z.uuid(),
      name: z.string(),
      username: z.string(),
      roles: z.array(z.enum(staffRoles)),
      mustChangePassword: z.boolean(),
    }),
  ])
  .meta({ id: "Actor" });
export type ActorJson = z.infer<typeof actorSchema>;

export const signedInSchema = z.object({
  accessToken: z.string(),
  expiresInSeconds: z.int(),
  actor: actorSchema,
});
export type SignedIn = z.infer<typeof signedInSchema>;

const signIn = { method: "post", tag: "登录", access: ["public"], answer: signedInSchema } as const;

export const signInPerson = endpoint({
  ...signIn,
  id: "signInPerson",
  path: "/auth/person/sign-in",
  summary: "个人登录：个人编号和密码",
  body: z.strictObject({
    personalNumber: z.string().trim().min(1, "请输入个人编号").max(40),
    password,
  }),
});

export const signInUnit = endpoint({
  ...signIn,
  id: "signInUnit",
  path: "/auth/unit/sign-in",
  summary: "单位登录：单位代码和密码",
  body: z.strictObject({ unitCode: z.string().trim().min(1, "请输入单位代码").max(40), password }),
});

export const challengeUnit = endpoint({
  id: "challengeUnit",
  method: "post",
  path: "/auth/unit/challenge",
  tag: "登录",
  access: ["public"],
  summary: "数字证书登录：取得一次性随机数，两分钟内有效",
  body: z.strictObject({ unitCode: z.string().trim().min(1).max(40) }),
  answer: z.object({ challengeId: z.uuid(), nonce: z.string(), expiresAt: instantSchema }),
});

export const signInUnitByCertificate = endpoint({
  ...signIn,
  id: "signInUnitByCertificate",
  path: "/auth/unit/certificate-sign-in",
  summary: "数字证书登录：证书签名和密码",
  body: z.strictObject({
    unitCode: z.string().trim().min(1, "请输入单位代码").max(40),
    password,
    challengeId: z.uuid(),
    certificatePem: z.string().max(20_000),
    /** RSASSA-PKCS1-v1_5 with SHA-256 over the nonce's UTF-8 bytes, base64. */
    signature: z.string().max(2_000),
  }),
});

export const signInStaff = endpoint({
  ...signIn,
  id: "signInStaff",
  path: "/auth/staff/sign-in",
  summary: "工作人员登录：用户名、密码和动态口令",
  body: z.strictObject({
    username: z.string().trim().min(1, "请输入用户名").max(60),
    password,
    totp: z.string().regex(/^\d{6}$/, "动态口令是 6 位数字"),
  }),
});

/**
 * Trades the cookie of a citizen or an agent for a new access token. The cookie changes with it;
 * tabs that ask at the same moment all get a token.
 */
export const refresh = endpoint({
  ...signIn,
  id: "refresh",
  path: "/auth/refresh",
  summary: "换发访问令牌（个人和单位）",
});

/**
 * The same for staff. Their cookie is another one, so that the back office and the public side
 * can be open in one browser.
 */
export const refreshStaff = endpoint({
  ...signIn,
  id: "refreshStaff",
  path: "/auth/staff/refresh",
  summary: "换发访问令牌（工作人员）",
});

const everyone = ["person", "agent", ...staffRoles] as const;

const out = { method: "post", tag: "登录", access: ["public"], status: 204 } as const;

/** Ends the session of the cookie, and of the token where one is sent; never fails. */
export const signOut = endpoint({
  ...out,
  id: "signOut",
  path: "/auth/sign-out",
  summary: "退出登录（个人和单位）",
});

export const signOutStaff = endpoint({
  ...out,
  id: "signOutStaff",
  path: "/auth/staff/sign-out",
  summary: "退出登录（工作人员）",
});

export const me = endpoint({
  id: "me",
  method: "get",
  path: "/me",
  tag: "登录",
  summary: "我是谁",
  access: everyone,
  answer: z.object({ actor: actorSchema }),
});

export const newPasswordSchema = z
  .string()
  .min(10, "新密码至少 10 位")
  .max(128, "新密码最多 128 位");

/**
 * Ends the other sessions. The access token in hand still says that a change is due: refresh after
 * it. What is wrong with a password is told as 400 with the field in `errors`.
 */
export const changePassword = endpoint({
  id: "changePassword",
  method: "post",
  path: "/me/password",
  tag: "登录",
  summary: "修改密码；首次登录必须修改",
  access: everyone,
  body: z.strictObject({ currentPassword: password, newPassword: newPasswordSchema }),
  status: 204,
});

export const requestPasswordReset = endpoint({
  id: "requestPasswordReset",
  method: "post",
  path: "/auth/person/password-reset",
  tag: "登录",
  summary: "忘记密码：向登记的手机发送验证码",
  access: ["public"],
  body: z.strictObject({ personalNumber: z.string().trim().min(1, "请输入个人编号").max(40) }),
  status: 202,
  answer: z.object({ detail: z.string() }),
});

export const confirmPasswordReset = endpoint({
  id: "confirmPasswordReset",
  method: "post",
  path: "/auth/person/password-reset/confirmation",
  tag: "登录",
  summary: "忘记密码：用验证码设置新密码",
  access: ["public"],
  body: z.strictObject({
    personalNumber: z.string().trim().min(1, "请输入个人编号").max(40),
    code: z.string().regex(/^\d{6}$/, "验证码是 6 位数字"),
    newPassword: newPasswordSchema,
  }),
  status: 204,
});

export const sessionSchema = z.object({
  id: z.uuid(),
  device: z.string(),
  address: z.string(),
  method: z.string(),
  createdAt: instantSchema,
  lastUsedAt: instantSchema,
  current: z.boolean(),
  ended: z.boolean(),
});

export const listSessions = endpoint({
  id: "listSessions",
  method: "get",
  path: "/me/sessions",
  tag: "登录",
  summary: "我的登录记录",
  access: everyone,
  answer: z.object({ items: z.array(sessionSchema) }),
});

export const endSession = endpoint({
  id: "endSession",
  method: "delete",
  path: "/me/sessions/{id}",
  tag: "登录",
  summary: "结束一个登录",
  access: everyone,
  params: z.object({ id: z.uuid() }),
  status: 204,
});
