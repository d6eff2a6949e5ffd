import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
import type { Shot } from "./plan.ts";

/**
 * One connection that is kept open, one request at a time. It does as little as it can, for it
 * shares the machine with what it measures.
 */
export interface Connection {
  /** The status; 0 when the connection broke. */
  readonly send: (shot: Shot) => Promise<number>;
  readonly close: () => void;
}

const RUN = randomBytes(6).toString("hex");
let sent = 0;

export function openConnection(port: number): Connection {
  let socket: Socket | null = null;
  let settle: ((status: number) => void) | null = null;
  let held = "";
  const end = (status: number) => {
    held = "";
    const told = settle;
    settle = null;
    told?.(status);
  };
  const open = () => {
    const opened = connect({ port, host: "127.0.0.1", noDelay: true });
    opened.setEncoding("latin1");
    opened.on("data", (chunk: string) => {
      held += chunk;
      const status = wholeAnswer(held);
      if (status !== null) end(status);
    });
    opened.on("error", () => {});
    opened.on("close", () => {
      if (socket === opened) socket = null;
      end(0);
    });
    return opened;
  };
  return {
    send: (shot) =>
      new Promise((resolve) => {
        settle = resolve;
        socket ??= open();
        socket.write(requestText(shot), "utf8");
      }),
    close: () => socket?.destroy(),
  };
}

/** The status of an answer that has come whole, else null. Answers have a `Content-Length`. */
function wholeAnswer(text: string): number | null {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? "0";
  return text.length >= head + 4 + Number(length) ? Number(text.slice(9, 12)) : null;
}

function requestText({ method, path, token, body, once, address }: Shot): string {
  const head = [
    `${method} ${path.startsWith("/health") ? "" : "/api/v1"}${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    ...(token ? [`Authorization: Bearer ${token}`] : []),
    ...(address ? [`X-Forwarded-For: ${address}`] : []),
    ...(once ? [`Idempotency-Key: ${RUN}-${sent++}`] : []),
    ...(body === undefined
      ? []
      : ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`]),
  ];
  return `${head.join("\r\n")}\r\n\r\n${body ?? ""}`;
}
