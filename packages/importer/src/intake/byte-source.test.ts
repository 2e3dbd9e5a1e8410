// The bytes of a file: nothing lost, nothing twice, never more than allowed, and the source let go of.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAt, sourceOf } from "../testing/bytes";
import { ByteSource } from "./byte-source";

async function rest(bytes: ByteSource): Promise<number[]> {
  const all: number[] = [];
  for (let piece = await bytes.next(); piece !== null; piece = await bytes.next()) all.push(...piece);
  return all;
}

const numbers = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i % 251);

describe("ByteSource", () => {
  it("gives all bytes once, the head included, however the source cuts them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(50),
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.nat(60),
        async (length, cuts, head) => {
          const all = numbers(length);
          const bytes = new ByteSource(sourceOf(...cutAt(all, cuts)), 1000);
          const first = await bytes.head(head);
          expect([...first]).toEqual([...all.subarray(0, head)]);
          expect(bytes.isAll(first)).toBe(length <= head);
          expect(await rest(bytes)).toEqual([...all]);
          expect(bytes).toMatchObject({ bytes: length, tooLarge: false, atEnd: true });
        },
      ),
    );
  });

  it("cuts what is larger than 64 KiB", async () => {
    const bytes = new ByteSource(sourceOf(numbers(200_000)), 1e9);
    const lengths: number[] = [];
    for (let piece = await bytes.next(); piece !== null; piece = await bytes.next())
      lengths.push(piece.length);
    expect(lengths).toEqual([65_536, 65_536, 65_536, 3392]);
  });

  it.each([
    [10, false],
    [9, true],
    [0, true],
  ])("gives out %i bytes at most", async (limit, tooLarge) => {
    const bytes = new ByteSource(sourceOf(numbers(4), numbers(6)), limit);
    expect(await rest(bytes)).toHaveLength(limit);
    expect(bytes.tooLarge).toBe(tooLarge);
  });

  it("lets go of a source that it has not read to its end", async () => {
    let released = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          await Promise.resolve();
          yield numbers(10);
        }
      } finally {
        released = true;
      }
    }
    const bytes = new ByteSource(endless(), 1000);
    await bytes.next();
    await bytes.close();
    expect(released).toBe(true);
  });
});
