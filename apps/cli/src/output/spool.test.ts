import { PassThrough, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { makeOutput } from "./output";
import { makeSpool } from "./spool";
import { writeDocument } from "./write-document";

test.each([
  ["nothing", 0, 1_000, "no item still is a list"],
  ["what fits into memory", 3, 1_000_000, "short lists never touch the disk"],
  ["what does not fit", 500, 100, "long lists go through a file and come back whole and in order"],
])("a document with a list of %s", async (_what, items, inMemory) => {
  const stdout = new PassThrough();
  const output = makeOutput(stdout, new PassThrough());
  const list = makeSpool(inMemory);
  for (let n = 0; n < items; n += 1) await list.add({ n, words: `zwölf "${n}"` });
  const read = text(stdout);
  await writeDocument(output, {
    rows: { value: items },
    list: { list },
    left: undefined,
    after: { value: { a: [1] } },
  });
  stdout.end();
  await list.close();
  expect(JSON.parse(await read)).toEqual({
    rows: items,
    list: Array.from({ length: items }, (_, n) => ({ n, words: `zwölf "${n}"` })),
    after: { a: [1] },
  });
});

test("a reader that has gone is no error, and nothing waits for it", async () => {
  const stdout = new PassThrough({ highWaterMark: 1 });
  const output = makeOutput(stdout, new PassThrough());
  stdout.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
  for (let n = 0; n < 10; n += 1) await output.line("more than anybody wants to read");
});

test.each([1, 1_000_000])(
  "a result that cannot be written to its end fails the command (%i bytes at once)",
  async (room) => {
    const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    const stdout = new Writable({ highWaterMark: room, write: (_chunk, _encoding, done) => done(full) });
    const output = makeOutput(stdout, new PassThrough());
    const work = async () => {
      for (let n = 0; n < 3; n += 1) await output.line("half of it");
      await output.flushed();
    };
    await expect(work()).rejects.toThrow("could not be written to the end");
  },
);
