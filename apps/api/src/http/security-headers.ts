import type { RequestHandler } from "express";
import helmet from "helmet";

/** A browser keeps to HTTPS for so long, in seconds. */
const YEAR_SECONDS = 31_536_000;

/** What no page of the hall asks a browser for; evidence is photographed by its own camera app. */
const NOT_USED = [
  "accelerometer",
  "bluetooth",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

/**
 * The headers of every answer. No foreign source at all, nothing inline, no frame around the hall.
 * HTTPS for good is only asked for where people come by HTTPS, or a hall that is tried out on one
 * machine would be shut to its own browser.
 */
export function securityHeaders(publicUrl: string | undefined): readonly RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity:
        publicUrl?.startsWith("https:") === true
          ? { maxAge: YEAR_SECONDS, includeSubDomains: true }
          : false,
    }),
    (_request, response, next) => {
      response.set("Permissions-Policy", NOT_USED.map((name) => `${name}=()`).join(", "));
      next();
    },
  ];
}

const directives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameSrc: ["'self'", "blob:"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};
