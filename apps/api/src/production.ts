import type { Hall } from "./hall.ts";

/** Hosts that are this machine: plain HTTP reaches nobody else there. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Stops a production installation that would run on something made for trying out: the demo's
 * people and keys, or an address by which people would come in the clear. Throws with the reason.
 */
export async function refuseDemoInProduction({ config, db }: Hall): Promise<void> {
  if (config.NODE_ENV !== "production") return;
  const { HALL_PUBLIC_URL } = config;
  const url = HALL_PUBLIC_URL === undefined ? null : new URL(HALL_PUBLIC_URL);
  if (url && url.protocol !== "https:" && !LOOPBACK.test(url.hostname)) {
    throw new Error("HALL_PUBLIC_URL must be https in production: sign-ins would go in the clear");
  }
  const installation = await db.installation.findUnique({ where: { id: 1 } });
  if (installation?.demo) {
    throw new Error(
      "this database holds the demo's people, passwords and certificates; production refuses it",
    );
  }
}
