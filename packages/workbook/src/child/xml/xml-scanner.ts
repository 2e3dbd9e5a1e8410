// Cuts XML that comes in pieces into tags and text, as much of XML as spreadsheets use. A document type is refused wherever
// it stands, so that no entity is ever declared; it fetches nothing and expands nothing but the five names and numbers.
import { corrupt } from "../fault";
import { decodeText } from "./xml-text";

/** What is told of. `attributes` is what stands between a tag's name and its end, for `attribute()`. */
export interface XmlHandler {
  open: (name: string, attributes: string) => void;
  close: (name: string) => void;
  /** Only called while `wantsText`; a text may come in several parts. */
  text: (text: string) => void;
  wantsText: boolean;
}

const notXml = "a part of it is no well-formed XML";
/** Deeper than any spreadsheet goes. */
const maxDepth = 256;
/** Longest tag, comment or entity. */
const maxToken = 1 << 20;

export class XmlScanner {
  private rest = "";
  private depth = 0;
  /** Whether a root element was seen. */
  private begun = false;
  private readonly handler: XmlHandler;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** Takes the next piece. */
  push(piece: string): void {
    const source = this.rest === "" ? piece : this.rest + piece;
    const used = this.scan(source);
    this.rest = used === source.length ? "" : source.slice(used);
    if (this.rest.length > maxToken) throw corrupt(notXml);
  }

  /** Says that there is no more: everything that was opened must be closed. */
  end(): void {
    if (!this.begun || this.depth !== 0 || this.rest.trim() !== "")
      throw corrupt("a part of it ends in the middle");
  }

  private scan(source: string): number {
    let at = 0;
    while (at < source.length) {
      const tag = source.indexOf("<", at);
      if (tag !== at) {
        const end = tag < 0 ? this.textEnd(source, at) : tag;
        if (this.handler.wantsText && end > at) this.handler.text(decodeText(source.slice(at, end)));
        else if (this.depth === 0 && source.slice(at, end).trim() !== "") throw corrupt(notXml);
        if (tag < 0) return end;
        at = tag;
      }
      const next = this.scanTag(source, at);
      if (next < 0) return at;
      at = next;
    }
    return at;
  }

  // Text at the end of a piece may break off within `&amp;`.
  private textEnd(source: string, from: number): number {
    const entity = source.lastIndexOf("&");
    return entity >= from && !source.includes(";", entity) ? entity : source.length;
  }

  /** The position after the tag at `at`; -1 when it is not complete. */
  private scanTag(source: string, at: number): number {
    const second = source.charCodeAt(at + 1);
    if (second === 0x2f) {
      const end = source.indexOf(">", at);
      if (end < 0) return -1;
      if (--this.depth < 0) throw corrupt(notXml);
      this.handler.close(localName(source, at + 2, end));
      return end + 1;
    }
    if (second === 0x21 || second === 0x3f) return this.scanSpecial(source, at);
    const end = tagEnd(source, at + 1);
    if (end >= 0) this.openTag(source, at + 1, end);
    return end < 0 ? -1 : end + 1;
  }

  private openTag(source: string, from: number, end: number): void {
    const empty = source.charCodeAt(end - 1) === 0x2f;
    const last = empty ? end - 1 : end;
    let nameEnd = from;
    while (nameEnd < last && source.charCodeAt(nameEnd) > 0x20) nameEnd++;
    if (nameEnd === from || (this.depth === 0 && this.begun)) throw corrupt(notXml);
    this.begun = true;
    const name = localName(source, from, nameEnd);
    this.handler.open(name, nameEnd === last ? "" : source.slice(nameEnd, last));
    if (empty) this.handler.close(name);
    else if (++this.depth > maxDepth) throw corrupt("a part of it is nested too deeply");
  }

  private scanSpecial(source: string, at: number): number {
    if (source.startsWith("<?", at)) return after(source, "?>", at);
    if (source.length - at < 9) return -1;
    if (source.startsWith("<!--", at)) return after(source, "-->", at + 4);
    if (!source.startsWith("<![CDATA[", at))
      throw corrupt("a part of it declares a document type, which no workbook does");
    const end = after(source, "]]>", at);
    if (end >= 0 && this.handler.wantsText) this.handler.text(source.slice(at + 9, end - 3));
    return end;
  }
}

function after(source: string, ending: string, from: number): number {
  const end = source.indexOf(ending, from);
  return end < 0 ? -1 : end + ending.length;
}

// The `>` that is not inside of quotes.
function tagEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return at;
    if (code === 0x22 || code === 0x27) {
      at = source.indexOf(code === 0x22 ? '"' : "'", at + 1);
      if (at < 0) return -1;
    } else if (code === 0x3c) throw corrupt(notXml);
  }
  return -1;
}

// The name without its prefix: which one a producer chose says nothing.
function localName(source: string, from: number, end: number): string {
  while (end > from && source.charCodeAt(end - 1) <= 0x20) end--;
  for (let at = from; at < end; at++) if (source.charCodeAt(at) === 0x3a) return source.slice(at + 1, end);
  return source.slice(from, end);
}
