import { flexPlanChange } from "./services/flex-plan-change/service.ts";

/** Every service of the hall, by its code. Contracts and API are checked against these keys. */
export const services = {
  "flex-plan-change": flexPlanChange,
} as const;

export type ServiceCode = keyof typeof services;
