import { fire } from "./fire.ts";
import type { Plan } from "./plan.ts";

// A process of its own, so that the load doesn't take turns with what prints the table.
process.once("message", async (plan: Plan) => {
  let isEnough = false;
  process.once("message", () => {
    isEnough = true;
  });
  const fired = fire(plan, () => isEnough);
  process.send?.("begun");
  const warm = setTimeout(() => process.send?.("warm"), plan.warmSeconds * 1_000);
  const measured = await fired;
  clearTimeout(warm);
  process.send?.(measured);
  process.disconnect();
});
