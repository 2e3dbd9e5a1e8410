// Encodings of one byte a character, and what reading a file in one of them changes.
import { describe, expect, it } from "vitest";
import type { EncodingId } from "./model/recognition";
import { previewEncoding } from "./preview-encoding";
import { recognise } from "./recognise";
import { latin1 } from "./testing/bytes";
import { readFile } from "./testing/read-file";

const header = "Email,Full Name,Password\n";

describe("encodings by choice", () => {
  it.each<[EncodingId, string, string]>([
    ["windows-1250", "Wa\xb3\xeasa", "Wałęsa"],
    ["iso-8859-2", "Wa\xb3\xeasa", "Wałęsa"],
    ["windows-1251", "\xc8\xe2\xe0\xed", "Иван"],
    ["iso-8859-5", "\xb8\xd2\xd0\xdd", "Иван"],
    ["iso-8859-7", "\xc5\xeb\xdd\xed\xe7", "Ελένη"],
    ["iso-8859-9", "Y\xfdld\xfdz", "Yıldız"],
    ["iso-8859-15", "5\xa4", "5€"],
    ["macintosh", "Jos\x8e", "José"],
  ])("%s", async (encoding, bytes, text) => {
    const { rows } = await readFile(latin1(`${header}a@x.com,${bytes},\n`), { encoding });
    expect(rows[0]?.record.fullName).toBe(text);
  });

  it.each([
    ["Wa\xb3\xeasa,\na@x.com,\xa3uka\xb6z,\n", "iso-8859-2"],
    ["\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2,\n", "windows-1251"],
  ])("are offered where the letters speak for them: %s", (text, encoding) => {
    const { problems } = recognise(latin1(`${header}a@x.com,${text}`), { complete: true });
    expect(problems[0]).toMatchObject({ code: "file.encoding", params: { offer: "windows-1252" } });
    expect(String(problems[0]?.params["alternatives"]).split(",")).toContain(encoding);
  });

  it("offer nothing more where Windows-1252 reads well", () => {
    const { problems } = recognise(latin1(`${header}a@x.com,J\xfcrgen Stra\xdfe,\n`), { complete: true });
    expect(problems[0]?.params["alternatives"]).toBeUndefined();
  });
});

describe("previewEncoding", () => {
  it("shows what changes, line by line, and no password", () => {
    const bytes = latin1(`${header}a@x.com,J\xfcrgen,ge\xe4heim-1\nb@x.com,Bob,\nc@x.com,Ren\xe9,\n`);
    expect(previewEncoding(bytes, "utf-8", "windows-1252")).toEqual([
      { line: 2, before: "J\ufffdrgen · ••••••••", after: "Jürgen · ••••••••" },
      { line: 4, before: "Ren\ufffd", after: "René" },
    ]);
  });

  it("stops at ten lines", () => {
    const bytes = latin1(header + "a@x.com,J\xfcrgen,\n".repeat(30));
    expect(previewEncoding(bytes, "utf-8", "windows-1252")).toHaveLength(10);
  });
});
