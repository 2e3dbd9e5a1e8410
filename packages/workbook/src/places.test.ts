// How many workbooks are read at once: never more than there are places, and everybody gets theirs in turn.
import { defaultLimits } from "@rollcall/importer";
import { expect, test } from "vitest";
import { openWithin, workbookBounds } from "./open-workbook";
import { Places } from "./places";
import { inPieces } from "./testing/read-all";
import { realWorkbooks } from "./testing/real-workbooks";

test("places are given in the order of asking, and each is given back once", async () => {
  const places = new Places(2);
  const [first, second] = [await places.take(), await places.take()];
  const order: string[] = [];
  const third = places.take().then((giveBack) => (order.push("third"), giveBack));
  const fourth = places.take().then((giveBack) => (order.push("fourth"), giveBack));
  expect(places.waiting).toBe(2);
  first();
  first();
  (await third)();
  await fourth;
  second();
  expect(order).toEqual(["third", "fourth"]);
  expect(places.waiting).toBe(0);
});

test("a workbook waits until another is closed; refused and failed ones hold no place", async () => {
  const places = new Places(1);
  const bytes = realWorkbooks().xlsx;
  const open = (source: AsyncIterable<Uint8Array>) =>
    openWithin(workbookBounds, source, { container: "xlsx", limits: defaultLimits }, places);
  const failing = async function* () {
    yield bytes.subarray(0, 10);
    await Promise.reject(new Error("the upload was cancelled"));
  };
  await expect(open(failing())).rejects.toThrow("cancelled");
  expect(await open(inPieces(bytes.subarray(0, 100)))).toMatchObject({ kind: "refused" });
  const first = await open(inPieces(bytes));
  const second = open(inPieces(bytes));
  expect(places.waiting).toBe(1);
  if (first.kind !== "opened") throw new Error("refused");
  await first.workbook.close();
  await first.workbook.close();
  const opened = await second;
  expect(opened.kind).toBe("opened");
  if (opened.kind === "opened") await opened.workbook.close();
  (await places.take())();
});
