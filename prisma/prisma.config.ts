import { defineConfig } from "prisma/config";
import { useStandInEngineWhereNoneIsInstalled } from "./engine/choose-engine.mjs";

useStandInEngineWhereNoneIsInstalled();

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  // `generate` needs no database, so the address may be missing; the migrate commands say so
  // themselves when it is.
  ...(url === undefined ? {} : { datasource: { url } }),
});
