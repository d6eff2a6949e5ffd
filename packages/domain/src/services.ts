import { flexPlanChange } from "./services/flex-plan-change/service.ts";
import { studentEnrolment } from "./services/student-enrolment/service.ts";

/** Every service of the hall, by its code. Contracts and API are checked against these keys. */
export const services = {
  "flex-plan-change": flexPlanChange,
  "student-enrolment": studentEnrolment,
} as const;

export type ServiceCode = keyof typeof services;
