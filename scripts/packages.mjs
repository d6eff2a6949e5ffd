import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOT, runOrThrow } from "./processes.mjs";

const REMEMBERED = path.join(ROOT, "node_modules", ".pnpm-program");
const onWindows = process.platform === "win32";
const PRINT_PATH = "process.stdout.write(process.env.PATH ?? '')";

/**
 * Installs exactly what the lock file names. With everything there it takes a tenth of a second,
 * so it runs before every start: a pull that changed a package never meets old modules.
 */
export async function installPackages() {
  putPnpmOnPath();
  process.env.PATH = withFolderFirst(path.join(ROOT, "node_modules", ".bin")).PATH;
  await runOrThrow(["pnpm", "install", "--frozen-lockfile", "--reporter=append-only"], {
    quiet: existsSync(path.join(ROOT, "node_modules", ".modules.yaml")),
  });
}

/**
 * Lets this process and its children find the pnpm that package.json asks for. npm is the only
 * package manager that is surely there; asking npx takes over a second each time, so the folder
 * it answers is remembered. turbo needs pnpm on the PATH as well.
 */
export function putPnpmOnPath() {
  const { packageManager } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const wanted = packageManager.split("@")[1];
  if (pnpmVersion(process.env) === wanted) return;

  const remembered = readRemembered();
  if (remembered && pnpmVersion(withFolderFirst(remembered)) === wanted) {
    process.env.PATH = withFolderFirst(remembered).PATH;
    return;
  }
  const folder = folderFromNpx(packageManager);
  if (pnpmVersion(withFolderFirst(folder)) !== wanted) {
    throw new Error(`npx did not bring ${packageManager}.`);
  }
  process.env.PATH = withFolderFirst(folder).PATH;
  mkdirSync(path.dirname(REMEMBERED), { recursive: true });
  writeFileSync(REMEMBERED, folder);
}

/** npx puts the folder of what it fetched first on its child's PATH. */
function folderFromNpx(packageManager) {
  const asked = spawnSync(
    "npx",
    ["--yes", `--package=${packageManager}`, "--", process.execPath, "-e", PRINT_PATH],
    { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], shell: onWindows },
  );
  const folders = asked.status === 0 ? asked.stdout.split(path.delimiter) : [];
  const program = onWindows ? "pnpm.cmd" : "pnpm";
  const folder = folders.find((candidate) => existsSync(path.join(candidate, program)));
  if (!folder) throw new Error(`npx could not fetch ${packageManager}: is the network there?`);
  return folder;
}

const readRemembered = () =>
  existsSync(REMEMBERED) ? readFileSync(REMEMBERED, "utf8").trim() : undefined;

const withFolderFirst = (folder) => ({
  ...process.env,
  PATH: `${folder}${path.delimiter}${process.env.PATH ?? ""}`,
});

const pnpmVersion = (env) =>
  spawnSync("pnpm", ["--version"], {
    // Outside the project: inside, a pnpm of another version may fetch the one it is asked for.
    cwd: path.parse(ROOT).root,
    env,
    encoding: "utf8",
    shell: onWindows,
  }).stdout?.trim();
