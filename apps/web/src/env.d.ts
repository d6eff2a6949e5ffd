declare module "virtual:hall-directory" {
  export const directory: readonly import("../build/directory-module.ts").DirectoryEntry[];
}

declare module "virtual:hall-policy-names" {
  export const policyNames: Readonly<Record<string, string>>;
}

// The parts of node-forge register themselves at one object.
declare module "node-forge/lib/forge" {
  const forge: typeof import("node-forge");
  export default forge;
}
declare module "node-forge/lib/pkcs12";
declare module "node-forge/lib/sha256";
