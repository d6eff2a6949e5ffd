import type { Endpoint } from "@hall/contracts/endpoint";
import { problemSchema } from "@hall/contracts/problem";
import { staffRoleNames } from "@hall/domain/staff-roles";
import { z } from "zod";

type Json = Record<string, unknown>;

/** OpenAPI 3.1, made from the contracts that parse and type every request. */
export function openApiDocument(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "苏州工业园区社保和公积金网上办事大厅接口",
      version: "1",
      description:
        "金额为整数，单位分，字段名以 Fen 结尾；月份 2026-03，日期 2026-03-18，时刻为 RFC 3339。出错一律为 application/problem+json，文字可直接给办事人看。",
    },
    servers: [{ url: "/api/v1" }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, "output") },
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
}

function operation(endpoint: Endpoint): Json {
  const isPublic = endpoint.access.includes("public");
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: isPublic
      ? "不用登录。"
      : `需要登录：${endpoint.access.map(roleName).join("、")}。`,
    ...(isPublic ? {} : { security: [{ token: [] }] }),
    parameters: [
      ...parameters(endpoint.params, "path"),
      ...parameters(endpoint.query, "query"),
      ...(endpoint.idempotent ? [idempotencyKey] : []),
    ],
    ...(endpoint.body || endpoint.bodyType ? { requestBody: requestBody(endpoint) } : {}),
    responses: {
      [String(endpoint.status ?? 200)]: success(endpoint),
      default: {
        description: "出错",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

function success(endpoint: Endpoint): Json {
  if (endpoint.status === 204) return { description: "完成，没有内容" };
  const type = endpoint.answerType ?? "application/json";
  const schema = endpoint.answer ? jsonSchema(endpoint.answer, "output") : binary;
  return { description: "成功", content: { [type]: { schema } } };
}

const binary = { type: "string", format: "binary" };

function requestBody({ body, bodyType }: Endpoint): Json {
  const type = bodyType ?? "application/json";
  return {
    required: true,
    content: { [type]: { schema: body ? jsonSchema(body, "input") : binary } },
  };
}

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "请求编号：同一编号只办一次，重发得到同样的答复",
  schema: { type: "string", minLength: 8, maxLength: 200 },
};

function parameters(schema: z.ZodType | undefined, place: "path" | "query"): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input") as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: of,
  }));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
    reused: "inline",
  });
  return inlineDefinitions(json);
}

/** Named schemas come as `$defs` of each schema; an OpenAPI document has one place for them. */
function inlineDefinitions({ $defs, ...json }: Json): Json {
  if (!$defs) return json;
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    const reference = "$ref" in value ? String(value.$ref).replace("#/$defs/", "") : null;
    if (reference !== null) return resolve(($defs as Json)[reference]);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part)]));
  };
  return resolve(json) as Json;
}

function roleName(access: string): string {
  const names: Readonly<Record<string, string>> = {
    person: "个人",
    agent: "单位经办人员",
    ...staffRoleNames,
  };
  return names[access] ?? access;
}
