import { dayInput } from "../wire.ts";

/** A day to search by, within what the hall can hold anything of. */
export const queryDay = dayInput.refine(
  ({ year }) => year >= 1990 && year <= 2200,
  "请填写 1990 年以后的日期",
);
