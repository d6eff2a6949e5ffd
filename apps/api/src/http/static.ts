import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type Express, type Request, type Response } from "express";

const YEAR_SECONDS = 31_536_000;

/**
 * The built SPAs: back office under /backoffice, citizen hall everywhere else. Assets bear their
 * hash in the name and stay; pages are asked for anew each time. Precompressed files are served
 * where the browser takes them.
 */
export function serveStatic(app: Express, directory: string): void {
  for (const [base, name] of [
    ["/backoffice", "backoffice"],
    ["/", "web"],
  ] as const) {
    const root = join(directory, name);
    app.use(base, (request, response, next) => {
      if (request.method !== "GET" && request.method !== "HEAD") return next();
      const file = compressed(root, request.path, String(request.get("accept-encoding") ?? ""));
      if (!file) return next();
      response.set({ "Content-Encoding": "br", Vary: "Accept-Encoding" });
      cache(response, request.path);
      response.type(request.path.slice(request.path.lastIndexOf(".")));
      response.sendFile(file, { root });
    });
    app.use(
      base,
      express.static(root, {
        index: false,
        redirect: false,
        setHeaders: (response, path) => cache(response as Response, path),
      }),
    );
    app.get(base === "/" ? "/{*path}" : `${base}{/*path}`, (request: Request, response, next) => {
      if (request.path.startsWith("/api/") || /\.\w+$/.test(request.path)) return next();
      response.set("Cache-Control", "no-cache").sendFile("index.html", { root });
    });
  }
}

function compressed(root: string, path: string, accepts: string): string | null {
  if (!/\bbr\b/.test(accepts) || !/^\/assets\/[\w.-]+$/.test(path)) return null;
  const file = `${path.slice(1)}.br`;
  return existsSync(join(root, file)) ? file : null;
}

function cache(response: Response, path: string): void {
  const forever = /assets[\\/]/.test(path);
  response.set(
    "Cache-Control",
    forever ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache",
  );
}
