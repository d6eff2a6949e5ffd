/** Why a file can't be taken as a list: a sentence for whoever uploaded it. */
export interface Unreadable {
  readonly unreadable: string;
}

export const unreadable = (sentence: string): Unreadable => ({ unreadable: sentence });

export const isUnreadable = (value: unknown): value is Unreadable =>
  typeof value === "object" && value !== null && "unreadable" in value;

/** A cell by its name in the sheet: column 0 in line 3 is A3. */
export function cellName(column: number, line: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${line}`;
}
