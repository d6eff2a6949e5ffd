import { describe, expect, it } from "vitest";
import type { MessageTemplate } from "./effects.ts";
import { messageTexts, writeMessage } from "./messages.ts";

const templates = Object.keys(messageTexts) as MessageTemplate[];
const placesOf = (template: MessageTemplate) =>
  [...messageTexts[template].body.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);

describe("messages (NTF-4)", () => {
  it.each(templates)("%s says what it is given, and no more", (template) => {
    const places = placesOf(template);
    const values = Object.fromEntries(places.map((place) => [place, `〈${place}〉`]));
    const { title, body } = writeMessage(template, values);
    expect(`${title}${body}`).not.toMatch(/[{}]/);
    for (const value of Object.values(values)) expect(body).toContain(value);
  });

  it.each(templates.filter((template) => placesOf(template).length > 0))(
    "%s isn't written with something missing",
    (template) => expect(() => writeMessage(template, {})).toThrow(/lacks/),
  );
});
