// What is taken for plain text by its bytes is spared every rule about text: none of them may have anything to say of it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRowChecker, createFileContext } from "../check-row";
import { formats } from "../formats/registry";
import { hasPlainEnds, isPlainText } from "./plain-text";

const columns = [
  { index: 0, header: "Email", field: "email" as const, reason: "" },
  { index: 1, header: "Full Name", field: "fullName" as const, reason: "" },
];
const check = createRowChecker(formats["hosted-users"], createFileContext(columns, { mail: "always" }));
const encoder = new TextEncoder();

function isPlain(text: string): boolean {
  const bytes = encoder.encode(text);
  return hasPlainEnds(bytes, 0, bytes.length) && isPlainText(bytes, 0, bytes.length, true);
}

function faultOf(text: string): string | null {
  if (text.trim() !== text) return "trimmed";
  if (new TextDecoder().decode(encoder.encode(text)) !== text) return "no text";
  const { problems, record } = check({ line: 1, cells: ["a@example.com", text] });
  return problems[0]?.code ?? (record.fullName === text ? null : "changed");
}

describe("plain text", () => {
  it("is no character of which a rule has something to say, wherever it stands", () => {
    const faults: string[] = [];
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      for (const text of [character, `${character}a`, `a${character}`, `Ã${character}`, `${character}¤a`])
        if (isPlain(text) && faultOf(text) !== null)
          faults.push(`${code.toString(16)}: ${faultOf(text) ?? ""}`);
    }
    expect(faults).toEqual([]);
  });

  it("is nothing of which a rule has something to say", () => {
    const odd = fc.constantFrom(
      ...Array.from("aZ ’“”«»'#-=\u00a0\u00adÃÂâ©š€™œž\u200b\u200d{}\u061c\u3000क中Ж"),
      "{clear}",
      "#N/A",
    );
    const letter = fc.integer({ min: 0x20, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, odd, letter), { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        if (isPlain(text)) expect([text, faultOf(text)]).toEqual([text, null]);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    "Anders Holm",
    "Zoë Ñandú",
    "Nguyễn Văn Bảo",
    "Иван Петров",
    "山田太郎",
    "김민준",
    "Conor O’Brien",
    "J. R. Smith-Jones",
    "Kovačević",
  ])("is a name as people have: %s", (name) => {
    expect(isPlain(name)).toBe(true);
  });

  it.each([
    ["a cut letter", [0x61, 0xc3]],
    ["a letter too long", [0xe0, 0x80, 0xaf]],
    ["half a pair", [0xed, 0xa0, 0x80]],
    ["a byte that begins nothing", [0x61, 0x80]],
  ])("is not %s", (_, bytes) => {
    expect(isPlainText(Uint8Array.from(bytes), 0, bytes.length, true)).toBe(false);
  });
});
