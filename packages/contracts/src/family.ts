import { z } from "zod";
import { applicationSchema } from "./applications.ts";
import { checkSchema, guideSchema, standingSchema } from "./directory.ts";
import { type Access, type Endpoint, endpoint } from "./endpoint.ts";
import { evidenceInput } from "./files.ts";
import type { ServiceContract } from "./service-contract.ts";

/** The service as far as its addresses need it; the domain's definitions satisfy it. */
export interface ServiceLabel {
  readonly code: string;
  readonly name: string;
  readonly audience: "person" | "unit";
}

const accessOf = (service: ServiceLabel): readonly Access[] =>
  service.audience === "person" ? ["person"] : ["agent"];

export const guideOf = ({ code, name }: ServiceLabel) =>
  endpoint({
    id: `${code}.guide`,
    method: "get",
    path: `/services/${code}`,
    tag: name,
    summary: `${name}：办事指南`,
    access: ["public"],
    answer: guideSchema,
  });

export const standingOf = (service: ServiceLabel) =>
  endpoint({
    id: `${service.code}.standing`,
    method: "get",
    path: `/services/${service.code}/standing`,
    tag: service.name,
    summary: `${service.name}：我现在能不能办`,
    access: accessOf(service),
    answer: standingSchema,
  });

export const checkOf = <T extends z.ZodType>(service: ServiceLabel, input: T) =>
  endpoint({
    id: `${service.code}.check`,
    method: "post",
    path: `/services/${service.code}/check`,
    tag: service.name,
    summary: `${service.name}：校验，不改变任何数据`,
    access: accessOf(service),
    body: z.strictObject({ input }),
    answer: checkSchema,
  });

export const submitOf = <T extends z.ZodType>(service: ServiceLabel, input: T) =>
  endpoint({
    id: `${service.code}.submit`,
    method: "post",
    path: `/services/${service.code}/applications`,
    tag: service.name,
    summary: `${service.name}：提交申请`,
    access: accessOf(service),
    body: z.strictObject({ input, quoteHash: z.string().max(64), evidence: evidenceInput }),
    answer: applicationSchema,
    status: 201,
    idempotent: true,
  });

export const viewsOf = (service: ServiceLabel, contract: ServiceContract): readonly Endpoint[] =>
  Object.entries(contract.views ?? {}).map(([view, { summary, query, answer }]) =>
    endpoint({
      id: `${service.code}.${view}`,
      method: "get",
      path: `/services/${service.code}/${view}`,
      tag: service.name,
      summary: `${service.name}：${summary}`,
      access: accessOf(service),
      ...(query ? { query } : {}),
      answer,
    }),
  );

/** All endpoints that a service has by its contract alone. */
export function familyOf(service: ServiceLabel, contract: ServiceContract): readonly Endpoint[] {
  const always = [guideOf(service), standingOf(service), ...viewsOf(service, contract)];
  if (contract.kind === "query") return always;
  return [...always, checkOf(service, contract.input), submitOf(service, contract.input)];
}
