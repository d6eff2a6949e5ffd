import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";

/** What one listens to in a part of a workbook; names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** True ends the reading early. */
  readonly enough?: () => boolean;
}

/**
 * Reads XML as it streams, never whole. Answers false where it isn't well-formed, declares a
 * document type (entities are a way to blow up) or the archive breaks off.
 */
export async function readXml(stream: Readable, listener: XmlListener): Promise<boolean> {
  const parser = new SaxesParser();
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  parser.on("doctype", () => {
    broken = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    listener.open?.(localName(name), withoutPrefixes(attributes as Record<string, string>));
  });
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.on("closetag", ({ name }) => listener.close?.(localName(name)));
  stream.setEncoding("utf8");
  try {
    for await (const chunk of stream) {
      parser.write(chunk);
      if (broken) return false;
      if (listener.enough?.()) return true;
    }
    parser.close();
  } catch {
    return false;
  }
  return !broken;
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/** `r:id` keeps its prefix: a sheet has an id of its own as well. */
function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.endsWith(":id") ? "relation" : name,
      value,
    ]),
  );
}
