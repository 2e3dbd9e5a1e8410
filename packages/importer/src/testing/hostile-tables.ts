// Text files that mean harm or were harmed: the same ones every time. Made of nothing but code, so that none lies about.
import { formatList } from "../formats/registry";
import { latin1, utf16, utf8 } from "./bytes";

/** One hostile file. */
export interface HostileTable {
  name: string;
  bytes: Uint8Array;
}

const good = "Email,Full Name,Password,Department,Send email,Group\n";
const row = "jane@example.com,Jane Doe,,Sales,Yes,Staff\n";
const odd = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "prototype",
  "valueOf",
  "__defineGetter__",
];

/** At least 160 of them: some by hand, the others by seed from the templates of all formats. */
export function hostileTables(): HostileTable[] {
  return [...byHand(), ...mutations(seeds(), 16, 20261122)];
}

/** What the mutations begin with: the template of every format, with samples. */
export function seeds(): HostileTable[] {
  return formatList.map((format) => ({ name: format.id, bytes: utf8(format.template(true)) }));
}

/** So many mutations of each, by seed. */
export function mutations(of: readonly HostileTable[], each: number, seed: number): HostileTable[] {
  const next = random(seed);
  return of.flatMap(({ name, bytes }) =>
    Array.from({ length: each }, (_, i) => ({
      name: `${name}, mutation ${String(i)}`,
      bytes: mutated(bytes, next),
    })),
  );
}

function byHand(): HostileTable[] {
  const file = good + row.repeat(3);
  const texts: Record<string, string> = {
    "mixed line ends": `${good}${row.trim()}\r${row.trim()}\r\n${row}\n\r${row}`,
    "mixed delimiters": good.replaceAll(",", ";") + row + row.replaceAll(",", "\t"),
    "a lone quote": `${good}"${row}`,
    "a quote inside": `${good}jane"x@example.com,"Jane" Doe,,"Sales"x,Yes,\n`,
    "quotes alone": '"'.repeat(999),
    NULs: `${good}jane\0@example.com,\0,\0\n`,
    "nothing but NULs": "\0".repeat(5000),
    "an overlong cell": `${good}${"x".repeat(70_000)},A\n`,
    "an overlong quoted cell": `${good}"${"x\n".repeat(40_000)}",A\n`,
    "a bomb of commas": `${good}${",".repeat(300_000)}\n`,
    "a bomb of columns with values": `${good}${"x,".repeat(100_000)}\n`,
    "100,000 group columns": `Email,Full Name${",Group".repeat(100_000)}\na@x.com,A\n`,
    "a header of 64 KB": `Email,Full Name,${"h".repeat(65_000)}\na@x.com,A\n`,
    "a header of 65 KB": `Email,Full Name,${"h".repeat(66_000)}\na@x.com,A\n`,
    "headers beyond count": `${Array.from({ length: 300 }, (_, i) => `c${String(i)}`).join(",")}\n`,
    "a BOM in the middle": `${good}\uFEFF${row}\uFEFF${row}`,
    "two BOMs": `\uFEFF\uFEFF${file}`,
    "BOMs in headers": `\uFEFFEmail,\uFEFFFull Name\na@x.com,A\n`,
    "UTF-7": `${good}+AGo-ane@example.com,+ACI-Jane+ACI-,,,Yes,\n`,
    "bidi overrides": `${good}\u202Emoc.elpmaxe@enaj\u202C,\u202EJane\u202C,,\u2066X\u2069,Yes,\n`,
    formulas: `${good}=cmd|'/c calc'!A1,@SUM(1),,+1,-1,=HYPERLINK("x")\n`,
    "quoted formulas": `${good}'=a@x.com,''=A,,'''+,Yes,'-\n`,
    "sep= alone": "sep=;",
    "sep= of nothing": `sep=\n${file}`,
    "sep= of a letter": `sep=a\n${file}`,
    "sep= of a quote": `sep="\n${file}`,
    "sep= of a line end": `sep=\r\n\n${file}`,
    "sep= of many": `sep=;;;\n${file}`,
    "sep= twice": `sep=,\nsep=;\n${file}`,
    "errors of a spreadsheet": `${good}#N/A,#REF!,#NAME?,#VALUE!,#DIV/0!,#NULL!\n`,
    "scientific numbers": `${good}4.41E+11,4.41E+11,,1E+99,Yes,1-Mar\n`,
    "double encoding": `${good}jos\u00c3\u00a9@x.com,Jos\u00c3\u00a9,,M\u00c3\u00bcnchen,Yes,\n`,
    "half surrogates in JSON style": `${good}\\ud800@x.com,\\udfff,,,Yes,\n`,
    "replacement characters": `${good}\ufffd@x.com,\ufffd,,,Yes,\n`,
    "combining marks": `${good}a@x.com,${"e\u0301\u0327".repeat(5000)},,,Yes,\n`,
    "blank rows without end": `${good}${",,,,,\n".repeat(20_000)}`,
    "spaces for rows": `${good}${"     \n".repeat(20_000)}`,
    "a header repeated as data": good.repeat(50),
    "only a header": good,
    "only a header, no line end": good.trim(),
    "a checkpoint far away": `${",\n".repeat(98)}${",".repeat(12)}email\n`,
    "a checkpoint out of reach": `${"x\n".repeat(120)}email,name\n`,
    "many checkpoints": "email,name,email,name,email\n".repeat(20),
    "control-panel with twelve values": `${"a,".repeat(12)}\n`.repeat(5),
    "one line of a megabyte": "x".repeat(1_000_000),
    "one quote and a megabyte": `"${"x".repeat(1_000_000)}`,
    "attributes named like code": `email,fullName,${odd.map((name) => `attribute:${name}`).join(",")}\na@x.com,A,${odd.join(",")}\n`,
    "a spreadsheet's headings named like code": `email,name,${odd.join(",")}\na@x.com,A,${odd.join(",")}\n`,
    "a mapping's headers named like code": `E-Mail-Adresse;Vorname;${odd.join(";")}\na@x.com;A;${odd.join(";")}\n`,
  };
  const bytes: Record<string, Uint8Array> = {
    "UTF-16 LE, an odd byte": utf16(file, "le").subarray(0, -1),
    "UTF-16 BE, an odd byte": utf16(file, "be").subarray(0, -1),
    "UTF-16 LE without a BOM": utf16(file, "le", false),
    "UTF-16 with half pairs": utf16(`${good}a@x.com,\ud800,,\udc00,Yes,\n`, "le"),
    "UTF-16 BOM and nothing": Uint8Array.of(0xff, 0xfe),
    "UTF-16 BOM on UTF-8": Uint8Array.from([0xff, 0xfe, ...utf8(file)]),
    "overlong UTF-8": latin1(`${good}\xc0\xaf@x.com,A\n`),
    "surrogates in UTF-8": latin1(`${good}\xed\xa0\x80@x.com,A\n`),
    "a cut character": latin1(`${good}a@x.com,\xe2\x82`),
    "Latin-1": latin1(`${good}a@x.com,J\xfcrgen\n`),
    "Windows-1250": latin1(`${good}a@x.com,Wa\xb3\xeasa \xa3\xf3d\x9f\n`),
    "every byte": Uint8Array.from({ length: 256 }, (_, i) => i),
    "every byte below a header": Uint8Array.from([
      ...utf8(good),
      ...Array.from({ length: 256 }, (_, i) => i),
    ]),
  };
  const cuts = Array.from(
    { length: 20 },
    (_, i) => [`cut after ${String(i * 7)}`, utf8(file).subarray(0, i * 7)] as const,
  );
  return [
    ...Object.entries(texts).map(([name, text]) => ({ name, bytes: utf8(text) })),
    ...Object.entries(bytes).map(([name, one]) => ({ name, bytes: one })),
    ...cuts.map(([name, one]) => ({ name, bytes: one })),
    ...odd.map((name) => ({
      name: `the header ${name}`,
      bytes: utf8(`Email,Full Name,${name},${name}\na@x.com,A,1,2\n`),
    })),
  ];
}

const tokens = [
  ",",
  ";",
  "\t",
  '"',
  '""',
  "\n",
  "\r",
  "\0",
  "\uFEFF",
  "'",
  "=",
  "{clear}",
  "#N/A",
  "@",
  "\u202e",
  "é",
].map(utf8);

function mutated(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let made = bytes;
  for (let times = 1 + next(6); times > 0; times--) made = mutatedOnce(made, next);
  return made;
}

function mutatedOnce(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  const at = next(bytes.length + 1);
  const to = Math.min(bytes.length, at + next(40));
  const [head, middle, tail] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (next(6)) {
    case 0:
      return joined(head, tail);
    case 1:
      return joined(head, middle, middle, tail);
    case 2:
      return joined(head, tokens[next(tokens.length)] ?? head, bytes.subarray(at));
    case 3:
      return joined(head, Uint8Array.of(next(256)), bytes.subarray(Math.min(bytes.length, at + 1)));
    case 4:
      return joined(tail, middle, head);
    default:
      return head;
  }
}

function joined(...pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

// A linear congruential generator: the same numbers everywhere.
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
