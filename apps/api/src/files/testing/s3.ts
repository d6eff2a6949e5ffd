import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export const KEY_ID = "TESTKEYID";
export const SECRET = "test-secret-key";

/**
 * An S3 store in memory, which reckons every signature (AWS Signature Version 4) and every hash
 * of a body by itself.
 */
export async function openS3(): Promise<{
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  readonly close: () => Promise<void>;
}> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    answer(objects, request, Buffer.concat(chunks), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}/evidence`,
    objects,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const end = (status: number, content: string | Buffer = "") =>
    response.writeHead(status).end(content);
  if (!isSigned(request)) return void end(403, "<Code>SignatureDoesNotMatch</Code>");
  if (request.headers["x-amz-content-sha256"] !== hash(body)) {
    return void end(400, "<Code>XAmzContentSHA256Mismatch</Code>");
  }
  const [, bucket, key = ""] = (request.url ?? "").split("/");
  if (bucket !== "evidence") return void end(404, "<Code>NoSuchBucket</Code>");
  const found = objects.get(key);
  if (request.method === "PUT") objects.set(key, body);
  if (request.method === "DELETE") objects.delete(key);
  if (request.method !== "GET") return void end(request.method === "DELETE" ? 204 : 200);
  end(found ? 200 : 404, found ?? "<Error><Code>NoSuchKey</Code></Error>");
}

const hash = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: Buffer | string, text: string) =>
  createHmac("sha256", key).update(text).digest();

function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const told =
    /Credential=(?<id>[^/]+)\/(?<scope>(?<day>\d+)\/(?<region>[^/]+)\/s3\/aws4_request), SignedHeaders=(?<names>[^,]+), Signature=(?<signature>\w+)/.exec(
      headers.authorization ?? "",
    )?.groups;
  if (told?.["id"] !== KEY_ID) return false;
  const names = (told["names"] ?? "").split(";");
  const canonical = [
    method,
    url,
    "",
    ...names.map((name) => `${name}:${headers[name]}`),
    "",
    names.join(";"),
    headers["x-amz-content-sha256"],
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], told["scope"], hash(canonical)].join(
    "\n",
  );
  const steps = [told["day"] ?? "", told["region"] ?? "", "s3", "aws4_request", text];
  const signature = steps.reduce<Buffer | string>((key, step) => hmac(key, step), `AWS4${SECRET}`);
  return Buffer.from(signature).toString("hex") === told["signature"];
}
