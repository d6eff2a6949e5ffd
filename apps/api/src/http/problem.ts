import type { Problem } from "@hall/contracts/problem";
import type { Response } from "express";
import type { Refusal, RefusalKind } from "./refusal.ts";

/** The one mapper to problem+json (RFC 9457). */
const problems: Readonly<Record<RefusalKind, { status: number; title: string; detail: string }>> = {
  malformed: {
    status: 400,
    title: "提交的内容有误",
    detail: "请按提示修改后再提交，已填写的内容不会丢失。",
  },
  "not-signed-in": {
    status: 401,
    title: "请先登录",
    detail: "登录已过期或尚未登录，请登录后继续，已填写的内容不会丢失。",
  },
  "sign-in-failed": {
    status: 401,
    title: "登录未成功",
    detail: "编号或密码不正确，请核对后再试。",
  },
  locked: {
    status: 429,
    title: "登录暂时锁定",
    detail: "连续多次未能登录，为保护账户安全暂时锁定，请稍后再试。",
  },
  "password-change-needed": {
    status: 403,
    title: "请先修改密码",
    detail: "首次登录须先修改发放的密码，修改后即可办理业务。",
  },
  "not-allowed": { status: 403, title: "没有权限", detail: "当前登录的身份不能进行这项操作。" },
  "not-found": { status: 404, title: "没有找到", detail: "没有这条记录，或者它不属于您。" },
  conflict: {
    status: 409,
    title: "状态已变化",
    detail: "这项操作已经做过，或者办件状态已经变化，请刷新后查看。",
  },
  "stale-quote": {
    status: 409,
    title: "金额或条件已变化",
    detail: "您确认之后金额或条件有了变化，请核对新的内容再次确认。",
  },
  "stale-version": {
    status: 409,
    title: "内容已在别处修改",
    detail: "这份内容已在另一处修改，请刷新后在最新内容上继续。",
  },
  "key-reused": {
    status: 409,
    title: "请求编号重复使用",
    detail: "同一请求编号不能用于不同的内容，请重新提交。",
  },
  "too-large": { status: 413, title: "内容过大", detail: "上传或提交的内容超过了限制。" },
  "wrong-kind": {
    status: 415,
    title: "文件类型不符",
    detail: "不能识别这种类型的内容，请按要求的格式上传。",
  },
  "rule-refuses": {
    status: 422,
    title: "暂不符合办理条件",
    detail: "以下各项说明了原因、您的情况和可以怎样做。",
  },
  "unreadable-list": {
    status: 422,
    title: "清单不能读取",
    detail: "请用下载的模板填写后重新上传。",
  },
  "unfit-file": {
    status: 422,
    title: "文件不符合要求",
    detail: "请按提示更换文件后重新上传。",
  },
  "too-many": { status: 429, title: "操作太频繁", detail: "请稍等片刻再试。" },
  closed: { status: 503, title: "暂停服务", detail: "本事项正在维护，请稍后再来。" },
  "dependency-away": {
    status: 503,
    title: "暂时不能办理",
    detail: "系统正忙，请稍后再试；您提交的内容没有丢失，也没有重复。",
  },
};

export function problemOf(refusal: Refusal, instance: string): Problem {
  const { status, title, detail } = problems[refusal.refusal];
  const { refusal: kind, detail: own, findings, errors, ...rest } = refusal;
  return {
    type: `/problems/${kind}`,
    title,
    status,
    detail: own ?? detail,
    instance,
    code: kind,
    ...(findings ? { findings: [...findings] } : {}),
    ...(errors ? { errors: [...errors] } : {}),
    ...rest,
  };
}

export function sendProblem(response: Response, refusal: Refusal): void {
  const problem = problemOf(refusal, response.req.path);
  if (refusal.retryAfterSeconds !== undefined) {
    response.set("Retry-After", String(Math.max(1, Math.ceil(refusal.retryAfterSeconds))));
  } else if (problem.status === 503 || problem.status === 429) {
    response.set("Retry-After", "5");
  }
  response.status(problem.status).type("application/problem+json").send(JSON.stringify(problem));
}
