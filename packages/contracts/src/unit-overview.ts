import { z } from "zod";
import { caseStateSchema } from "./applications.ts";
import { unitPermissionSchema } from "./backoffice/units.ts";
import { endpoint } from "./endpoint.ts";
import { batchSchema } from "./lists.ts";
import { daySchema, fenSchema, instantSchema, monthSchema, pageOf, pageQuery } from "./wire.ts";

/** What waits for the unit; what has a last day comes first, the earliest on top. */
const waitingSchema = z.discriminatedUnion("kind", [
  z.object({
    /** A list that was begun and not filed; it is removed after its last day. */
    kind: z.literal("list"),
    deadline: daySchema,
    service: z.string(),
    serviceName: z.string(),
    batch: batchSchema.pick({
      id: true,
      fileName: true,
      state: true,
      totalRows: true,
      faultRows: true,
      createdAt: true,
    }),
  }),
  z.object({
    /** A case in which the centre has asked for more. */
    kind: z.literal("supplement"),
    deadline: daySchema,
    serviceName: z.string(),
    applicationNumber: z.string(),
  }),
  z.object({
    /** The next year's enrolment is on: until then parents pay for who is enrolled today. */
    kind: z.literal("season"),
    deadline: daySchema,
    year: z.int(),
    premiumFen: fenSchema,
    enrolled: z.int(),
  }),
  z.object({
    /** Pupils whose parents have to pay. */
    kind: z.literal("payment"),
    deadline: daySchema,
    people: z.int(),
  }),
]);
export type WaitingWork = z.infer<typeof waitingSchema>;

const filedListSchema = z.object({
  applicationNumber: z.string(),
  serviceName: z.string(),
  fileName: z.string(),
  totalRows: z.int(),
  state: caseStateSchema,
  stateName: z.string(),
  submittedAt: instantSchema,
});

const certificateSchema = z.object({
  serial: z.string(),
  validFrom: daySchema,
  validUntil: daySchema,
  state: z.enum(["valid", "expired", "revoked"]),
  /** Until the last day, 0 on that day; negative once it has passed. */
  daysLeft: z.int(),
});

export const unitOverviewSchema = z
  .object({
    unit: z.object({
      code: z.string(),
      name: z.string(),
      creditCode: z.string(),
      kindName: z.string(),
    }),
    waiting: z.array(waitingSchema),
    filed: z.array(filedListSchema),
    employees: z.int(),
    /** Pupils by state; null for a unit that collects for none. */
    students: z.object({ payable: z.int(), paid: z.int(), lapsed: z.int() }).nullable(),
    agents: z.array(
      z.object({
        name: z.string(),
        isFirst: z.boolean(),
        isYou: z.boolean(),
        lastSignInAt: instantSchema.nullable(),
      }),
    ),
    permissions: z.array(
      unitPermissionSchema.pick({
        id: true,
        kindName: true,
        agreement: true,
        validFrom: true,
        validUntil: true,
        state: true,
      }),
    ),
    /** The newest bound to the unit; null where there is none. */
    certificate: certificateSchema.nullable(),
    signedInBy: z.enum(["password", "certificate"]),
  })
  .meta({ id: "UnitOverview" });
export type UnitOverview = z.infer<typeof unitOverviewSchema>;

const tag = "单位工作台";

export const getUnitOverview = endpoint({
  id: "getUnitOverview",
  method: "get",
  path: "/unit",
  tag,
  summary: "本单位：按期限排的待办、提交过的名单、人员、权限和数字证书",
  access: ["agent"],
  answer: unitOverviewSchema,
});

export const unitPersonSchema = z.object({
  personalNumber: z.string(),
  name: z.string(),
  maskedIdentityNumber: z.string(),
  schemeName: z.string(),
  statusName: z.string(),
  /** First month of the employment. */
  since: monthSchema,
});
export type UnitPerson = z.infer<typeof unitPersonSchema>;

export const listUnitPeople = endpoint({
  id: "listUnitPeople",
  method: "get",
  path: "/unit/people",
  tag,
  summary: "由本单位参保的人员，按个人编号排列",
  access: ["agent"],
  query: pageQuery,
  answer: pageOf(unitPersonSchema),
});
