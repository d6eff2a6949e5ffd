import { describe, expect, it } from "vitest";
import { addressKey, signInName } from "./sign-in-names.ts";

describe("a typed number", () => {
  it.each([
    ["person", " p0000001 ", "P0000001"],
    ["person", "Ｐ０００ ０００１", "P0000001"],
    ["agent", "u0000001\u0000", "U0000001"],
    ["staff", "Reviewer1", "reviewer1"],
    ["person", "P1\ud800", "P1"],
  ] as const)("of a %s %j is %s", (kind, typed, name) => {
    expect(signInName(kind, typed)).toBe(name);
  });
});

describe("an address", () => {
  it.each([
    ["192.0.2.7", "address:192.0.2.7"],
    ["::ffff:192.0.2.7", "address:192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "address:2001:db8:1:2::/64"],
    ["2001:DB8:0001:2::9", "address:2001:db8:1:2::/64"],
    ["2001:db8::1", "address:2001:db8:0:0::/64"],
    ["::1", "address:0:0:0:0::/64"],
    ["fe80::1%eth0", "address:fe80:0:0:0::/64"],
  ])("%s is %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
