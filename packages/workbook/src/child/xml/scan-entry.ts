// Reads one XML part of an archive to its end with a handler.
import { unpackEntry } from "../zip/unpack-entry";
import type { ZipEntry } from "../zip/zip-directory";
import { createDecoder } from "./decode-pieces";
import { type XmlHandler, XmlScanner } from "./xml-scanner";

/** Every tag and text of the part, given to the handler. */
export async function scanEntry(entry: ZipEntry, handler: XmlHandler): Promise<void> {
  const scanner = new XmlScanner(handler);
  const decode = createDecoder();
  for await (const piece of unpackEntry(entry)) scanner.push(decode(piece));
  scanner.end();
}

/** A handler that only looks at tags. */
export function onTags(open: (name: string, attributes: string) => void): XmlHandler {
  return { open, close: () => undefined, text: () => undefined, wantsText: false };
}
