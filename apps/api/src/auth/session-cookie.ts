import { parse, serialize } from "cookie";
import type { Request as HttpRequest } from "express";
import { type RefreshToken, readRefreshToken, refreshTokenText } from "./refresh-token.ts";

/** Citizens and agents have one sign-in in a browser, and staff another. */
export type Side = "public" | "staff";

const places: Readonly<Record<Side, { readonly name: string; readonly path: string }>> = {
  public: { name: "hall-refresh", path: "/api/v1/auth" },
  staff: { name: "hall-staff-refresh", path: "/api/v1/auth/staff" },
};

/**
 * The refresh token where no script and no other site reaches it, sent to the endpoints of sign-in
 * alone. Without an age: it goes with the browser. `Secure` wherever the page came over HTTPS, and
 * always in production; plain HTTP is for trying things out on one machine.
 */
export function refreshCookie(
  side: Side,
  token: RefreshToken | null,
  request: HttpRequest,
  environment: string,
): string {
  const { name, path } = places[side];
  return serialize(name, token ? refreshTokenText(token) : "", {
    httpOnly: true,
    sameSite: "strict",
    secure: environment === "production" || request.secure,
    path,
    ...(token ? {} : { maxAge: 0 }),
  });
}

export function cookieToken(side: Side, request: HttpRequest): RefreshToken | null {
  return readRefreshToken(parse(request.get("cookie") ?? "")[places[side].name]);
}
