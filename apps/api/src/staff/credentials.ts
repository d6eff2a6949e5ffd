import { randomInt } from "node:crypto";
import type { IssuedJson } from "@hall/contracts/backoffice/staff";
import { qrPath } from "@hall/documents/layout/qr-path";
import { generateSecret, generateURI } from "otplib";
import { hashPassword, inHashSlot } from "../auth/hashing.ts";

/** What somebody signs in with, and what of it is stored. */
export interface Credentials {
  readonly issued: IssuedJson;
  readonly passwordHash: string;
  readonly totpSecret: string;
}

/** Without characters that are taken for each other when read from paper. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A password of 80 random bits and a secret of one-time codes; `busy` where too many hash. */
export async function newCredentials(username: string): Promise<Credentials | "busy"> {
  const password = Array.from({ length: GROUPS }, randomGroup).join("-");
  const totpSecret = generateSecret();
  const otpauth = generateURI({ issuer: "园区网上办事大厅", label: username, secret: totpSecret });
  const passwordHash = await inHashSlot(() => hashPassword(password));
  if (passwordHash === "busy") return "busy";
  return {
    issued: { password, totpSecret, otpauth, qr: qrPath(otpauth) },
    passwordHash,
    totpSecret,
  };
}

const randomGroup = (): string =>
  Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
