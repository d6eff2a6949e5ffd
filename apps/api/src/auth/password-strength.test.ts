import { describe, expect, it } from "vitest";
import { refuseWeakPassword } from "./password-strength.ts";

const names = ["P0000001", "测灵一"];

describe("a new password", () => {
  it.each([
    "Demo-2026!",
    "Password123!",
    "password1234",
    "P@$$word2026",
    "qwertyuiop",
    "1234567890",
    "0987654321",
    "aaaaaaaaaa",
    "1212121212",
    "abcdefghijkl",
    "Suzhou-2026!",
    "SIP20260317!!",
    "woaini1314520".slice(0, 10),
    "admin@123456",
    "iloveyou2026",
    "asdfghjkl;123",
    "1q2w3e4r5t6y".slice(0, 10),
    "密码密码密码密码密码",
    "mailcreated5240",
    "Terminator",
    "fktrcfylhf",
  ])("%s is too common", (password) => {
    expect(refuseWeakPassword(password, names)).not.toBeNull();
  });

  it.each(["x-P0000001-y9kq", "ｐ0000001-lotus-77", "测灵一的新口令春江花月夜"])(
    "%s holds a name of its owner",
    (password) => {
      expect(refuseWeakPassword(password, names)).toContain("编号或姓名");
    },
  );

  it.each([
    "lotus-41-granite",
    "aB3$kLm9pQ",
    "correct horse battery staple",
    "金鸡湖畔晚风吹过白鹭",
    "Xk29-qwerty-71v",
    "7731902846",
  ])("%s will do", (password) => {
    expect(refuseWeakPassword(password, names)).toBeNull();
  });
});
