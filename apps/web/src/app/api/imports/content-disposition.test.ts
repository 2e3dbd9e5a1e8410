import { describe, expect, test } from "vitest";
import { contentDisposition } from "./content-disposition";

const cases: [why: string, name: string, expected: string][] = [
  ["a plain name", "report.csv", `attachment; filename="report.csv"; filename*=UTF-8''report.csv`],
  [
    "letters beyond ASCII: near in ASCII, exact in UTF-8",
    "Größe Østby.csv",
    `attachment; filename="Groe stby.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%C3%98stby.csv`,
  ],
  [
    "no ASCII at all keeps the extension",
    "名簿.csv",
    `attachment; filename="download.csv"; filename*=UTF-8''%E5%90%8D%E7%B0%BF.csv`,
  ],
  [
    "nothing ends the quoted string or the header",
    'a"b\r\nSet-Cookie: x=1.csv',
    `attachment; filename="a-bSet-Cookie- x=1.csv"; filename*=UTF-8''a-bSet-Cookie-%20x%3D1.csv`,
  ],
  ["no folder", "../../etc/passwd", `attachment; filename="-..-etc-passwd"; filename*=UTF-8''-..-etc-passwd`],
  [
    "RFC 8187 keeps fewer characters than encodeURIComponent",
    "it's (1)*.csv",
    `attachment; filename="it's (1)-.csv"; filename*=UTF-8''it%27s%20%281%29-.csv`,
  ],
  [
    "no invisible turns of direction",
    "abc\u202Evsc.csv",
    `attachment; filename="abcvsc.csv"; filename*=UTF-8''abcvsc.csv`,
  ],
  [
    "half a surrogate does not throw",
    "a\uD800b.csv",
    `attachment; filename="ab.csv"; filename*=UTF-8''ab.csv`,
  ],
  ["nothing left", " . ", `attachment; filename="download"; filename*=UTF-8''download`],
];

describe("contentDisposition", () => {
  test.each(cases)("%s", (_why, name, expected) => {
    expect(contentDisposition(name)).toBe(expected);
  });
});
