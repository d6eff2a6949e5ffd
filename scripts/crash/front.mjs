import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { request as ask, createServer } from "node:http";
import path from "node:path";
import { ROOT } from "../processes.mjs";
import { until } from "./crash-hall.mjs";

const PROGRAMS = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"];

/**
 * What stands in front of several instances of the API: nginx by the files of `ops/nginx`, or where
 * there is none a stand-in that takes them by turns.
 *
 * @returns {Promise<{ kind: "nginx" | "stand-in", close: () => Promise<void> }>}
 */
export async function openFront({ folder, port, instances }) {
  const program = process.env.HALL_NGINX ?? PROGRAMS.find(existsSync);
  const front = program
    ? openNginx(program, { folder, port, instances })
    : await openStandIn({ port, instances });
  await until(() => answers(port), "the proxy to answer");
  return front;
}

async function answers(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/v1/services`)).ok;
  } catch {
    return false;
  }
}

function openNginx(program, { folder, port, instances }) {
  const place = path.join(folder, "nginx");
  mkdirSync(place, { recursive: true });
  const servers = instances
    .map((each) => `server 127.0.0.1:${each} max_fails=1 fail_timeout=2s;`)
    .join("\n    ");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${place}/${kind};`)
    .join("\n  ");
  const conf = path.join(place, "nginx.conf");
  writeFileSync(
    conf,
    `daemon off;
worker_processes 1;
pid ${place}/nginx.pid;
error_log ${place}/error.log;
events {}
http {
  access_log off;
  ${temporary}
  upstream hall {
    ${servers}
  }
  upstream hall_by_file {
    hash $uri consistent;
    ${servers}
  }
  server {
    listen 127.0.0.1:${port};
    include ${ROOT}/ops/nginx/hall-locations.conf;
  }
}
`,
  );
  const child = spawn(program, ["-c", conf, "-e", `${place}/error.log`], { stdio: "inherit" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  return {
    kind: "nginx",
    async close() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** By turns; the next where one doesn't take the connection. */
async function openStandIn({ port, instances }) {
  let turn = 0;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const pass = (tries) => {
      const headers = { ...request.headers, "x-forwarded-for": "127.0.0.1" };
      const options = { port: instances[turn++ % instances.length], headers };
      const { method, url } = request;
      const passed = ask({ host: "127.0.0.1", method, path: url, ...options }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      passed.on("error", (error) => {
        if (error.code === "ECONNREFUSED" && tries > 1) return pass(tries - 1);
        response.writeHead(503, { "retry-after": "2" }).end("{}");
      });
      passed.end(body);
    };
    pass(instances.length);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    kind: "stand-in",
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
