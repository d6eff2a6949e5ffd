/** `0.026` as 2.6%; the digits are moved and nothing is rounded. */
export function rateText(rate: string): string {
  const [whole = "0", decimals = ""] = rate.split(".");
  const digits = `${whole}${decimals.padEnd(2, "0")}`;
  const at = whole.length + 2;
  const head = digits.slice(0, at).replace(/^0+(?=\d)/, "");
  const tail = digits.slice(at).replace(/0+$/, "");
  return `${head}${tail ? `.${tail}` : ""}%`;
}
