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
 * Over HTTPS the name begins with `__Host-`, by which a browser takes it from this host alone, for
 * all of its paths: no neighbouring host can put one of its own in its place. Plain HTTP is for
 * trying things out on one machine; browsers know no such names there.
 */
function placeOf(side: Side, isSecure: boolean): { readonly name: string; readonly path: string } {
  const place = places[side];
  return isSecure ? { name: `__Host-${place.name}`, path: "/" } : place;
}

/** `Secure` wherever the page came over HTTPS, and always in production. */
const isSecure = (request: HttpRequest, environment: string): boolean =>
  environment === "production" || request.secure;

/**
 * The refresh token where no script and no other site reaches it. Without an age: it goes with the
 * browser.
 */
export function refreshCookie(
  side: Side,
  token: RefreshToken | null,
  request: HttpRequest,
  environment: string,
): string {
  const secure = isSecure(request, environment);
  const { name, path } = placeOf(side, secure);
  return serialize(name, token ? refreshTokenText(token) : "", {
    httpOnly: true,
    sameSite: "strict",
    secure,
    path,
    ...(token ? {} : { maxAge: 0 }),
  });
}

export function cookieToken(
  side: Side,
  request: HttpRequest,
  environment: string,
): RefreshToken | null {
  const { name } = placeOf(side, isSecure(request, environment));
  return readRefreshToken(parse(request.get("cookie") ?? "")[name]);
}
