import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const LATE_MS = 300;

/**
 * Stands in for a carrier's gateway, and for a bad one: it refuses some requests, answers some
 * late, and breaks some lines after it has taken the message, which is the case that doubles
 * messages. As carriers do, it takes each `requestId` once and answers 409 to the next.
 *
 * @returns what came: `taken`, by id with receiver and text; `repeated`, how often one came again;
 *   `refused`; and `away`, with which it refuses everything
 */
export async function openSmsReceiver() {
  const receiver = { taken: new Map(), repeated: 0, refused: 0, broken: 0, away: false };
  let came = 0;
  const server = createServer(async (request, response) => {
    const chunks = [];
    request.on("error", () => {}); // the worker was killed while it spoke
    for await (const chunk of request) chunks.push(chunk);
    const { requestId, mobiles, content } = JSON.parse(Buffer.concat(chunks).toString());
    came += 1;
    if (receiver.away || came % 11 === 5) {
      receiver.refused += 1;
      response.writeHead(503).end();
      return;
    }
    if (receiver.taken.has(requestId)) {
      receiver.repeated += 1;
      response.writeHead(409).end();
      return;
    }
    receiver.taken.set(requestId, { mobile: mobiles[0], content });
    if (came % 13 === 7) {
      receiver.broken += 1;
      request.socket.destroy();
      return;
    }
    if (came % 17 === 3) await sleep(LATE_MS);
    response.writeHead(200).end("{}");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${server.address().port}/sms`;
  receiver.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return receiver;
}
