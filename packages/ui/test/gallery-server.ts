import { readdir, readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { build } from "vite";

const gallery = join(import.meta.dirname, "../gallery");

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

export type ServedGallery = {
  readonly url: string;
  readonly close: () => void;
  /** All built CSS as it is served. */
  readonly styles: () => Promise<string>;
};

async function styles(): Promise<string> {
  const assets = join(gallery, "dist/assets");
  const names = (await readdir(assets)).filter((name) => name.endsWith(".css"));
  return (await Promise.all(names.map((name) => readFile(join(assets, name), "utf8")))).join("\n");
}

/** Builds the gallery as an app is built and serves it on a free port of the loopback. */
export async function serveGallery(): Promise<ServedGallery> {
  // React's own checks would double the time of every page; vitest sets "test" here.
  process.env.NODE_ENV = "production";
  await build({ configFile: join(gallery, "vite.config.ts"), logLevel: "error" });
  const server: Server = createServer((request, response) => {
    // As strict as the hall's own pages are.
    response.setHeader("Content-Security-Policy", "default-src 'self'; img-src 'self' data:");
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = normalize(pathname === "/" ? "/index.html" : pathname);
    readFile(join(gallery, "dist", path)).then(
      (content) => {
        response.setHeader("Content-Type", kinds[extname(path)] ?? "application/octet-stream");
        if (path !== "/index.html") response.setHeader("Cache-Control", "max-age=600");
        response.end(content);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close(), styles };
}
