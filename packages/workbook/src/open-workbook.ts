// Opens a workbook in a process of its own and hands its rows on. What a file is wrong about becomes a problem here.
import { availableParallelism } from "node:os";
import {
  makeProblem,
  type OpenedWorkbook,
  type OpenWorkbook,
  type Problem,
  WorkbookFault,
} from "@rollcall/importer";
import { Places } from "./places";
import { type ChildOptions, type FromChild, toChild, type WireFault } from "./protocol";
import { type Bounds, type Ending, ProcessGone, ReadingProcess } from "./reading-process";
import { readRows, toRow } from "./wire-rows";

/** Bytes of a workbook at most, whatever a table may have: it is held whole while it is read. */
export const maxWorkbookBytes = 100 * 1024 * 1024;

/** What reading one workbook may take: 30 seconds that somebody waits for it, and 512 MB. */
export const workbookBounds: Bounds = { milliseconds: 30_000, residentBytes: 512 * 1024 * 1024 };

/** Reading processes of this one at once: two a processor, since one of them mostly waits; further workbooks wait their turn. */
const processes = new Places(2 * availableParallelism());

/** Bytes handed to the child at once. */
const pieceSize = 1 << 20;

/**
 * Opens a workbook (`OpenWorkbook`). Refuses with `file.corrupt`, `file.encrypted`, `file.unsupported`, `file.too-large`;
 * `rows` throws `WorkbookFault` with these, `file.too-many-columns` or `file.cell-too-long`. Always `close` what was opened.
 */
export const openWorkbook: OpenWorkbook = (source, options) => openWithin(workbookBounds, source, options);

/** `openWorkbook` with other bounds, for tests of what happens at them. */
export async function openWithin(
  bounds: Bounds,
  source: AsyncIterable<Uint8Array>,
  { container, limits }: Parameters<OpenWorkbook>[1],
  places = processes,
): ReturnType<OpenWorkbook> {
  const maxBytes = Math.min(limits.maxBytes, maxWorkbookBytes);
  const giveBack = await places.take();
  const child = new ReadingProcess(bounds, giveBack);
  let opened = false;
  try {
    const isWhole = await upload(child, source, { container, limits, maxBytes });
    if (!isWhole) return { kind: "refused", problem: makeProblem("file.too-large", { limit: maxBytes }) };
    const answer = await receive(child, bounds);
    if (!("sheets" in answer)) return { kind: "refused", problem: problemOf(answer) };
    opened = true;
    return { kind: "opened", workbook: toWorkbook(child, answer, bounds) };
  } catch (error) {
    if (error instanceof WorkbookFault) return { kind: "refused", problem: error.problem };
    throw error;
  } finally {
    if (!opened) await child.kill();
  }
}

/** Sends the file; false when it is too large. A child that is gone meanwhile is found out by `receive`. */
async function upload(
  child: ReadingProcess,
  source: AsyncIterable<Uint8Array>,
  options: ChildOptions,
): Promise<boolean> {
  await child.send(toChild.options, Buffer.from(JSON.stringify(options), "utf8"));
  let size = 0;
  for await (const bytes of source) {
    size += bytes.length;
    if (size > options.maxBytes) return false;
    for (let at = 0; at < bytes.length; at += pieceSize)
      await child.send(toChild.data, bytes.subarray(at, at + pieceSize));
  }
  await child.send(toChild.end, new Uint8Array(0));
  return true;
}

async function receive(child: ReadingProcess, bounds: Bounds): Promise<FromChild> {
  try {
    return await child.receive();
  } catch (error) {
    if (error instanceof ProcessGone) throw new WorkbookFault(endingProblem(error.ending, bounds));
    throw error;
  }
}

function toWorkbook(
  child: ReadingProcess,
  { sheets }: Extract<FromChild, { sheets: unknown }>,
  bounds: Bounds,
): OpenedWorkbook {
  let reading = false;
  async function* rows(name: string) {
    const sheet = sheets.findIndex((one) => one.name === name);
    if (sheet < 0) throw new Error("there is no such sheet");
    if (reading) throw new Error("a workbook is read one sheet at a time, each to its end");
    reading = true;
    const number = Buffer.alloc(4);
    number.writeUInt32BE(sheet);
    await child.send(toChild.read, number);
    yield* readRows(async () => {
      const answer = await receive(child, bounds);
      if ("rows" in answer) return answer.rows;
      if (!("end" in answer)) throw new WorkbookFault(problemOf(answer));
      reading = false;
      return null;
    });
  }
  return {
    sheets: sheets.map(({ head, ...sheet }) => ({ ...sheet, head: head.map((row) => toRow(row)) })),
    rows,
    close: () => child.kill(),
  };
}

function problemOf(answer: FromChild): Problem {
  if ("fault" in answer) return faultProblem(answer.fault);
  return makeProblem("file.corrupt", { what: "what is in it contradicts itself" });
}

function faultProblem({ code, params, line }: WireFault): Problem {
  return makeProblem<WireFault["code"]>(code, params, line === undefined ? {} : { line });
}

function endingProblem(ending: Ending, bounds: Bounds): Problem {
  const limits = {
    time: `a workbook that takes more than ${Math.round(bounds.milliseconds / 1000)} seconds to read`,
    memory: `a workbook that takes more than ${Math.round(bounds.residentBytes / 1024 ** 2)} MB of memory to read`,
  };
  if (ending === "crash")
    return makeProblem("file.corrupt", { what: "reading it came to an unexpected end" });
  const advice = "Save the sheet as CSV and choose that file.";
  return makeProblem("file.unsupported", { what: limits[ending], advice, extension: "" });
}
