import net from "node:net";

/**
 * A TCP port that nothing listens on: the preferred one if it is free, else one that the
 * operating system picks. Between asking and using it somebody else may take it; callers that
 * mind start again.
 *
 * @param {number} preferred 0 for any
 * @param {string} host address that will be listened on
 */
export async function freePort(preferred, host = "127.0.0.1") {
  return (await tryPort(preferred, host)) ?? (await tryPort(0, host));
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: found } = server.address();
      server.close(() => resolve(found));
    });
  });
}
