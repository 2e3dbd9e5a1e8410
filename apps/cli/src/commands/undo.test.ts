import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase, type TestDatabase } from "@rollcall/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rollcall } from "../testing/run-cli";

const folder = mkdtempSync(join(tmpdir(), "rollcall-undo-"));
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

interface Answer {
  code: number | null;
  document: Record<string, unknown>;
}

const json = (...words: string[]): Promise<Answer> => jsonWith({}, ...words);

async function jsonWith(other: Record<string, string>, ...words: string[]): Promise<Answer> {
  const env = { DATABASE_URL: database.url, DATA_DIR: join(folder, "data"), ...other };
  const { code, stdout, stderr } = await rollcall([...words, "--json"], { folder, env });
  try {
    return { code, document: JSON.parse(stdout) as Record<string, unknown> };
  } catch {
    throw new Error(`no JSON on stdout but “${stdout}”; stderr: ${stderr}`);
  }
}

test("undo: what would happen, doing it, that it is done once, and taking it back in turn", async () => {
  writeFileSync(
    join(folder, "users.csv"),
    "Email,Full Name,Department,Send email,Group\r\nann@example.com,Ann,Sales,,EMEA\r\nbob@example.com,Bob,Sales,,EMEA\r\n",
  );
  const imported = await json("import", "users.csv");
  const { id } = imported.document["import"] as { id: string };
  const row = (rowNo: number, line: number, email: string, name: string, heap: string) => ({
    ...{ rowNo, line, email, name, heap, reason: null, accountId: expect.any(String) as string },
  });
  const removed = [
    row(1, 2, "ann@example.com", "Ann", "removed"),
    row(2, 3, "bob@example.com", "Bob", "removed"),
  ];
  const summary = { restored: 0, removed: 2, kept: 0, gone: 0 };

  const dry = await json("undo", id, "--dry-run");
  expect(dry).toMatchObject({
    code: 0,
    document: { summary, rows: removed, import: { id, undoneBy: null } },
  });

  const done = await json("undo", id);
  expect(done).toMatchObject({ code: 0, document: { summary, rows: removed } });
  const undo = done.document["import"] as { id: string };
  expect(undo).toMatchObject({
    status: "completed",
    file: { name: "Undo of users.csv" },
    undoes: { id, fileName: "users.csv" },
  });
  expect(await json("user", "list")).toMatchObject({ document: { users: [] } });

  expect((await json("undo", id)).code).toBe(1);
  expect((await json("undo", "4711")).code).toBe(1);

  const again = await json("undo", undo.id);
  expect(again).toMatchObject({ code: 0, document: { summary: { restored: 2, removed: 0 } } });
  expect((await json("user", "list")).document["users"]).toHaveLength(2);
});

test("over a limit: says why and with which number, and takes it back with that number alone", async () => {
  await json("user", "create", "mo@example.com", "--name", "Mo Master", "--admin-role", "master");
  writeFileSync(join(folder, "mo.csv"), "email,fullName\r\nmo@example.com,Mo Maple\r\n");
  const words = ["import", "mo.csv", "--format", "rollcall", "--overwrite", "--confirm", "1"];
  const { id } = (await json(...words)).document["import"] as { id: string };
  const named = async () => (await json("user", "show", "mo@example.com")).document["fullName"];
  for (const [typed, says] of [
    [[], /over a limit\. .*administrator.* Type the number of accounts, 1/],
    [["--confirm", "7"], /That is not the number of accounts\. .*1/],
  ] as const) {
    const { code, document } = await json("undo", id, ...typed);
    expect({ code, document }).toEqual({
      code: 1,
      document: { error: { code: "guarded", message: expect.stringMatching(says) as string } },
    });
    expect(await named()).toBe("Mo Maple");
  }
  expect(await json("undo", id, "--confirm", "1")).toMatchObject({
    code: 0,
    document: { summary: { restored: 1 } },
  });
  expect(await named()).toBe("Mo Master");
});

test("import-report: the evidence as a file, verified without a database and with one, and a changed byte", async () => {
  writeFileSync(join(folder, "more.csv"), "Email,Full Name\r\ncid@example.com,Cid\r\n");
  const { id } = (await json("import", "more.csv")).document["import"] as { id: string };
  const written = await json("import-report", id, "--evidence", "evidence.zip");
  expect(written.code).toBe(0);
  const { fingerprint, publicKey } = written.document["signature"] as Record<
    "fingerprint" | "publicKey",
    string
  >;
  expect(await json("import-report", id, "--verify", "evidence.zip", "--offline")).toMatchObject({
    code: 0,
    document: { ok: true, chain: null },
  });
  expect(await json("import-report", id, "--verify", "evidence.zip")).toMatchObject({
    code: 0,
    document: { ok: true, chain: true },
  });
  for (const key of [fingerprint, fingerprint.replaceAll(" ", ":").toUpperCase(), publicKey])
    expect((await json("import-report", id, "--verify", "evidence.zip", "--key", key)).code).toBe(0);
  for (const offline of [[], ["--offline"]])
    expect(
      await json("import-report", id, "--verify", "evidence.zip", "--key", "0000 0000", ...offline),
    ).toMatchObject({ code: 1, document: { ok: false, part: "signature.json" } });
  // Whoever has the file could write it anew: what is proven depends on what the verifier knows, and is said.
  for (const [env, code, known] of [
    [{}, 0, true],
    [{ DATA_DIR: join(folder, "elsewhere") }, 0, null],
    [{ SECRET: "the secret of another installation" }, 1, undefined],
  ] as const) {
    const told = await jsonWith(env, "import-report", id, "--verify", "evidence.zip", "--offline");
    expect([env, told.code]).toEqual([env, code]);
    expect(told.document).toMatchObject(
      known === undefined
        ? { ok: false, part: "signature.json", says: expect.stringContaining(fingerprint) as string }
        : {
            signature: { fingerprint, known },
            recorded: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
          },
    );
  }
  // The audit log has its events: then SECRET is another now.
  const rotated = { SECRET: "the secret that was chosen afterwards" };
  expect(await jsonWith(rotated, "import-report", id, "--verify", "evidence.zip")).toMatchObject({
    code: 0,
    document: { ok: true, chain: true, signature: { known: false } },
  });
  // Without a signature anybody could have written it: only the audit log, or who says that it is so old, lets it pass.
  writeFileSync(join(folder, "unsigned.zip"), withoutLast(readFileSync(join(folder, "evidence.zip"))));
  for (const [words, code] of [
    [["--offline"], 1],
    [["--offline", "--unsigned"], 0],
    [[], 0],
    [["--key", fingerprint], 1],
    [["--key", fingerprint, "--offline", "--unsigned"], 1],
  ] as const) {
    const told = await json("import-report", id, "--verify", "unsigned.zip", ...words);
    expect([words, told.code]).toEqual([words, code]);
    if (code === 1) expect(told.document).toMatchObject({ ok: false, part: "signature.json" });
  }
  const elsewhere = { DATA_DIR: join(folder, "elsewhere") };
  expect((await jsonWith(elsewhere, "import-report", id, "--verify", "unsigned.zip", "--offline")).code).toBe(
    1,
  );
  const bytes = readFileSync(join(folder, "evidence.zip"));
  bytes[60] = bytes[60]! ^ 1;
  writeFileSync(join(folder, "changed.zip"), bytes);
  expect(await json("import-report", id, "--verify", "changed.zip", "--offline")).toMatchObject({
    code: 1,
    document: { ok: false, part: "record.json" },
  });
  expect((await json("import-report", "1", "--verify", "evidence.zip", "--offline")).code).toBe(1);
  expect(await json("import-report", id, "--verify", "missing.zip")).toEqual({
    code: 2,
    document: { error: { code: "usage", message: "There is no file missing.zip." } },
  });
});

/** A ZIP without its last member. */
function withoutLast(zip: Buffer): Buffer {
  const end = zip.length - 22;
  const [count, length, offset] = [
    zip.readUInt16LE(end + 10),
    zip.readUInt32LE(end + 12),
    zip.readUInt32LE(end + 16),
  ];
  let last = offset;
  for (let n = 1; n < count; n += 1) last += 46 + zip.readUInt16LE(last + 28);
  const start = zip.readUInt32LE(last + 42);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(count - 1, 8);
  tail.writeUInt16LE(count - 1, 10);
  tail.writeUInt32LE(length - (end - last), 12);
  tail.writeUInt32LE(start, 16);
  return Buffer.concat([zip.subarray(0, start), zip.subarray(offset, last), tail]);
}
