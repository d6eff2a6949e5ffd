import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Authority } from "@hall/documents/authority";
import { makeAuthority } from "@hall/documents/make-authority";
import type { Config } from "../config.ts";

export const CENTRE = "苏州工业园区社会保险基金和公积金管理中心";

/** A certificate authority of the demo's own, on this machine alone. */
export async function makeDemoAuthority(config: Config): Promise<Authority> {
  const authority = await makeAuthority(`${CENTRE}（演示）`);
  const { authorityFile } = config.secrets;
  await mkdir(dirname(authorityFile), { recursive: true, mode: 0o700 });
  await writeFile(authorityFile, JSON.stringify(authority), { mode: 0o600 });
  return authority;
}
