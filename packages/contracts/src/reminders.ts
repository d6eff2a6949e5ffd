import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { dayInput, daySchema, instantSchema } from "./wire.ts";

export const reminderSchema = z
  .object({
    id: z.uuid(),
    service: z.string(),
    serviceName: z.string(),
    rule: z.string(),
    day: daySchema,
    createdAt: instantSchema,
  })
  .meta({ id: "Reminder" });
export type ReminderJson = z.infer<typeof reminderSchema>;

const owners = ["person", "agent"] as const;

export const listReminders = endpoint({
  id: "listReminders",
  method: "get",
  path: "/reminders",
  tag: "提醒",
  summary: "我设的、还没有到日子的提醒",
  access: owners,
  answer: z.object({ items: z.array(reminderSchema) }),
});

export const makeReminder = endpoint({
  id: "makeReminder",
  method: "post",
  path: "/reminders",
  tag: "提醒",
  summary: "到最早可办的那一天提醒我；同一事项同一天只设一个",
  access: owners,
  body: z.strictObject({
    service: z.string().max(60),
    /** The rule that holds from that day on. */
    rule: z.string().regex(/^[A-Z]{2,6}-\d{1,3}$/, "请填写规则编号"),
    day: dayInput,
  }),
  answer: reminderSchema,
  status: 201,
  idempotent: true,
});

export const cancelReminder = endpoint({
  id: "cancelReminder",
  method: "delete",
  path: "/reminders/{id}",
  tag: "提醒",
  summary: "取消提醒",
  access: owners,
  params: z.object({ id: z.uuid() }),
  status: 204,
});
