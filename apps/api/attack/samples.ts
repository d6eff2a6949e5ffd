import type { Endpoint } from "@hall/contracts/endpoint";
import { z } from "zod";

export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What a client is told to send, with named parts written out. */
export function schemaOf(schema: z.ZodType | undefined): Schema | null {
  if (!schema) return null;
  const whole = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  const inline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inline);
    if (typeof value !== "object" || value === null) return value;
    const name = (value as Schema).$ref?.replace("#/$defs/", "");
    if (name !== undefined) return inline(whole.$defs?.[name] ?? {});
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inline(part)]));
  };
  return inline(whole) as Schema;
}

/** Something that fits the schema as far as a schema can say. */
export function sampleOf(schema: Schema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first) return sampleOf(first);
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {})]),
      );
    case "array":
      return schema.items ? [sampleOf(schema.items)] : [];
    case "integer":
    case "number":
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1, 1);
    case "boolean":
      return true;
    case "string":
      return text(schema);
    default:
      return "值";
  }
}

function text({ format, pattern, minLength = 0 }: Schema): string {
  if (format === "uuid") return "11111111-1111-4111-8111-111111111111";
  if (format === "date-time") return "2026-03-18T08:00:00+08:00";
  if (format === "date") return "2026-03-18";
  if (pattern?.includes("\\d{6}")) return "123456";
  if (pattern?.includes("[0-9a-f]{64}")) return "0".repeat(64);
  return "测试".repeat(Math.max(1, Math.ceil(minLength / 2)));
}

export function sampleBody(endpoint: Endpoint): unknown {
  const schema = schemaOf(endpoint.body);
  return schema ? sampleOf(schema) : undefined;
}

export function sampleQuery(endpoint: Endpoint): string {
  const schema = schemaOf(endpoint.query);
  const required = schema?.required ?? [];
  const pairs = required.map(
    (key) => [key, String(sampleOf(schema?.properties?.[key] ?? {}))] as [string, string],
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : "";
}
