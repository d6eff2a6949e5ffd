import { connect, createServer, type Socket } from "node:net";

export interface FaultProxy {
  /** The same database by way of the proxy. */
  readonly url: string;
  /** `pass` hands on; `stall` keeps every byte back until it passes again; `cut` breaks all. */
  readonly set: (mode: "pass" | "stall" | "cut") => void;
  readonly close: () => Promise<void>;
}

/** Stands between a program and PostgreSQL and behaves like a bad line. */
export async function openFaultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let isCut = false;
  let isStalled = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => to.write(bytes));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isStalled) from.pause();
    }
    if (isCut) near.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  const url = new URL(target);
  url.port = String(address.port);
  return {
    url: url.href,
    set(mode) {
      isCut = mode === "cut";
      isStalled = mode === "stall";
      for (const socket of sockets) {
        if (isCut) socket.destroy();
        else if (isStalled) socket.pause();
        else socket.resume();
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
