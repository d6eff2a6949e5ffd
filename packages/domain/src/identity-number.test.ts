import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityCheckCharacter } from "./check-digits.ts";
import { addDays, day } from "./dates.ts";
import { parseIdentityNumber } from "./identity-number.ts";

/** The synthetic people of the demo; every number is nobody's. */
const demoPeople = [
  ["320599198003159915", "resident", "1980-03-15", "male"],
  ["341299198607209926", "resident", "1986-07-20", "female"],
  ["320599197809099961", "resident", "1978-09-09", "female"],
  ["411799197201189938", "resident", "1972-01-18", "male"],
  ["320599195705069953", "resident", "1957-05-06", "male"],
  ["32059919830228998X", "resident", "1983-02-28", "female"],
  ["510199199006119976", "resident", "1990-06-11", "male"],
  ["320599196803049993", "resident", "1968-03-04", "male"],
  ["32059919751111994X", "resident", "1975-11-11", "female"],
  ["830000197908309910", "residence-permit", "1979-08-30", "male"],
  ["320599201309019928", "resident", "2013-09-01", "female"],
  ["341299197604129934", "resident", "1976-04-12", "male"],
  ["320599199202299966", "resident", "1992-02-29", "female"],
  ["810000198808019941", "residence-permit", "1988-08-01", "female"],
  ["932999198501019998", "foreign-permanent-resident", "1985-01-01", "male"],
  ["320599199507079905", "resident", "1995-07-07", "female"],
  ["34129919910303993X", "resident", "1991-03-03", "male"],
  ["320599198502209948", "resident", "1985-02-20", "female"],
] as const;

const validNumbers = fc
  .tuple(
    fc.stringMatching(/^[1-9]\d{5}$/),
    fc.integer({ min: 0, max: 45_000 }).map((n) => addDays(day("1901-01-01"), n)),
    fc.stringMatching(/^\d{3}$/),
  )
  .map(([region, birth, serial]) => {
    const body = region + birth.toString().replaceAll("-", "") + serial;
    return body + identityCheckCharacter(body);
  });

describe("numbers of 18 characters", () => {
  it.each(demoPeople)("%s is a %s number of %s, %s", (number, kind, birth, sex) => {
    const read = parseIdentityNumber(number);
    expect(read).toMatchObject({ ok: true, number, kind, sex });
    expect(read.ok && read.birthDate?.toString()).toBe(birth);
  });

  it("takes the number that the standard itself gives", () => {
    expect(identityCheckCharacter("11010519491231002")).toBe("X");
    expect(parseIdentityNumber("11010519491231002X").ok).toBe(true);
  });

  it.each([
    [" 320599 19830228 998x ", "32059919830228998X"],
    ["\uff13\uff12\uff10\uff15\uff19\uff1919830228998X", "32059919830228998X"],
  ])("puts %s right", (typed, number) => {
    expect(parseIdentityNumber(typed)).toMatchObject({ ok: true, number });
  });

  it.each([
    ["320599198003159914", "check-digit"],
    ["32059919800315991X", "check-digit"],
    ["320599198013159915", "birth-date"],
    ["320599190002299915", "birth-date"],
    ["320599189912319915", "birth-date"],
    ["32059919800315991", "length"],
    ["3205991980031599155", "length"],
    ["3205991980031599-5", "characters"],
    ["320599198003A59915", "characters"],
    ["32059919800315991Y", "characters"],
    ["320599800315991", "old-form"],
    ["", "empty"],
    ["   ", "empty"],
  ])("%s fails for its %s", (typed, reason) => {
    const read = parseIdentityNumber(typed);
    expect(read).toMatchObject({ ok: false, reason });
    if (!read.ok && typed.trim() !== "") expect(read.message).not.toContain(typed.trim());
  });

  it("refuses a birth date to come, and takes today's", () => {
    const number = "320599201309019928";
    expect(parseIdentityNumber(number, day("2013-08-31"))).toMatchObject({ reason: "birth-date" });
    expect(parseIdentityNumber(number, day("2013-09-01")).ok).toBe(true);
  });

  it("accepts whatever the check was computed for", () => {
    fc.assert(fc.property(validNumbers, (number) => parseIdentityNumber(number).ok));
  });

  it("catches every wrong character", () => {
    fc.assert(
      fc.property(
        validNumbers,
        fc.nat(17),
        fc.constantFrom(..."0123456789X"),
        (number, index, character) => {
          const wrong = number.slice(0, index) + character + number.slice(index + 1);
          return wrong === number || !parseIdentityNumber(wrong).ok;
        },
      ),
    );
  });

  it("catches two neighbours in the wrong order", () => {
    fc.assert(
      fc.property(validNumbers, fc.nat(16), (number, index) => {
        const [left = "", right = ""] = number.slice(index, index + 2);
        const wrong = number.slice(0, index) + right + left + number.slice(index + 2);
        return wrong === number || !parseIdentityNumber(wrong).ok;
      }),
    );
  });

  it("answers whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const read = parseIdentityNumber(typed);
        return read.ok || read.message.endsWith("。");
      }),
    );
  });
});

describe("other papers", () => {
  it.each([
    ["H12345678", "travel-permit-hong-kong-macau"],
    ["m12345678", "travel-permit-hong-kong-macau"],
    ["12345678", "travel-permit-taiwan"],
    ["CHN110100010101", "foreign-permanent-resident-older"],
  ])("%s is a %s", (typed, kind) => {
    const read = parseIdentityNumber(typed);
    expect(read).toMatchObject({ ok: true, kind, number: typed.toUpperCase() });
    expect(read).not.toHaveProperty("birthDate");
  });

  it.each(["H1234567", "H123456789", "A12345678", "1234567", "123456789", "CHN11010001010"])(
    "%s is none",
    (typed) => expect(parseIdentityNumber(typed)).toMatchObject({ ok: false, reason: "length" }),
  );

  it("knows residence permits by their whole region", () => {
    const body = "82000019800101001";
    const near = "82000119800101001";
    const kind = (text: string) => parseIdentityNumber(text + identityCheckCharacter(text));
    expect(kind(body)).toMatchObject({ kind: "residence-permit" });
    expect(kind(near)).toMatchObject({ kind: "resident" });
  });
});
