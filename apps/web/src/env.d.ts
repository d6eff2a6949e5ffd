declare module "virtual:hall-directory" {
  export const directory: readonly import("../build/directory-module.ts").DirectoryEntry[];
}
