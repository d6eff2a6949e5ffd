import type { Hall } from "./hall.ts";

/** Hosts that are this machine: what is plain reaches nobody else there. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** A socket is a file of this machine: the address has no host, or its path in place of one. */
function isThisMachine({ hostname, searchParams }: URL): boolean {
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  return host === "" || host.startsWith("/") || LOOPBACK.test(host);
}

interface Seal {
  readonly isSealed: (url: URL) => boolean;
  readonly sign: string;
}

const https: Seal = { isSealed: ({ protocol }) => protocol === "https:", sign: "https:" };
const database: Seal = {
  isSealed: ({ searchParams }) =>
    ["require", "verify-ca", "verify-full"].includes(searchParams.get("sslmode") ?? ""),
  sign: "sslmode=verify-full",
};
const mail: Seal = {
  isSealed: ({ protocol, searchParams }) =>
    protocol === "smtps:" || searchParams.get("requireTLS") === "true",
  sign: "smtps: or requireTLS=true",
};

/** By which sign of its address a line is closed to others (ASVS 12.2.1, 12.3.1). */
const LINES = {
  HALL_PUBLIC_URL: https,
  HALL_S3_BUCKET_URL: https,
  SMS_GATEWAY_URL: https,
  SMTP_URL: mail,
  DATABASE_URL: database,
  DATABASE_REPLICA_URL: database,
} as const;

/**
 * Stops a production installation that would run on something made for trying out: the demo's
 * people and keys, or an address to or from which personal data would go in the clear. Throws with the reason.
 */
export async function refuseDemoInProduction({ config, db }: Hall): Promise<void> {
  if (config.NODE_ENV !== "production") return;
  for (const [name, { isSealed, sign }] of Object.entries(LINES)) {
    const address = config[name as keyof typeof LINES];
    const url = address === undefined ? null : new URL(address);
    if (!url || isThisMachine(url) || isSealed(url)) continue;
    throw new Error(`${name} must have ${sign} in production: it goes over a network`);
  }
  const installation = await db.installation.findUnique({ where: { id: 1 } });
  if (installation?.demo) {
    throw new Error(
      "this database holds the demo's people, passwords and certificates; production refuses it",
    );
  }
}
