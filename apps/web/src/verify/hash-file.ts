/** Whether a file begins as PDF files do (ISO 32000-1, 7.5.2), whatever its name says. */
export async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, 5).text()) === "%PDF-";
}

/** SHA-256 of a file as 64 hexadecimal digits; the file stays on this device. */
export async function hashFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = crypto.subtle
    ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
    : // Browsers hide WebCrypto on plain http, as in a centre's own network.
      (await import("@noble/hashes/sha2.js")).sha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
