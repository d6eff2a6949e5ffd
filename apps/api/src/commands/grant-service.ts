import { grantService } from "../store/service-account.ts";

/**
 * `DATABASE_URL=<the owner's> node dist/grant-service.js hall_service`: after each migration, lets
 * that account serve, which owns nothing that guards. See docs/operations.md.
 */
const [role] = process.argv.slice(2);
const { DATABASE_URL } = process.env;
if (!role || !DATABASE_URL) {
  process.stderr.write("Say the account that serves, and the owner's DATABASE_URL.\n");
  process.exit(2);
}
await grantService(DATABASE_URL, role);
process.stdout.write(`${role} may serve the hall.\n`);
