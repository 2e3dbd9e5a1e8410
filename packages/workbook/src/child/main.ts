// The child's program: takes a file on standard input, gives sheets and rows on standard output. It is run without leave to
// touch a disk or start anything, and is killed when it takes too long, so it cleans nothing up.
import { type ChildOptions, frameHead, type FromChild, toChild } from "../protocol";
import type { Book } from "./book";
import { Fault, tooLarge } from "./fault";
import { openBook } from "./open-book";

let options: ChildOptions | null = null;
let file = Buffer.alloc(0);
let size = 0;
let book: Book | null = null;

/** Sends a frame; ready when there is room for the next. */
async function send(message: FromChild): Promise<void> {
  const payload = Buffer.from(JSON.stringify(message), "utf8");
  const head = Buffer.alloc(4);
  head.writeUInt32BE(payload.length);
  process.stdout.write(head);
  if (!process.stdout.write(payload)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

async function open(): Promise<void> {
  if (options === null) return;
  const { container, limits } = options;
  book = await openBook({ bytes: file.subarray(0, size), limits }, container);
  await send({ sheets: book.sheets });
}

async function read(sheet: number): Promise<void> {
  if (book === null) return;
  for await (const rows of book.read(sheet)) if (rows.length > 0) await send({ rows });
  await send({ end: true });
}

function take(data: Buffer): void {
  if (size + data.length > file.length) throw tooLarge(file.length);
  size += data.copy(file, size);
}

async function handle(type: number, payload: Buffer): Promise<void> {
  switch (type) {
    case toChild.options:
      options = JSON.parse(payload.toString("utf8")) as ChildOptions;
      // Set aside, and not touched before it is needed: memory is taken page by page as the file comes.
      file = Buffer.allocUnsafeSlow(options.maxBytes);
      break;
    case toChild.data:
      take(payload);
      break;
    case toChild.end:
      await open();
      break;
    case toChild.read:
      await read(payload.readUInt32BE(0));
      break;
  }
}

async function answer(type: number, payload: Buffer): Promise<void> {
  try {
    await handle(type, payload);
  } catch (error) {
    if (error instanceof Fault) await send({ fault: error.fault });
    else
      await send({
        defect: error instanceof Error ? `${error.name}: ${error.message} ${error.stack ?? ""}` : "unknown",
      });
  }
}

async function main(): Promise<void> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    waiting = waiting.length === 0 ? piece : Buffer.concat([waiting, piece]);
    while (waiting.length >= frameHead) {
      const end = frameHead + waiting.readUInt32BE(1);
      if (waiting.length < end) break;
      await answer(waiting[0] ?? 0, waiting.subarray(frameHead, end));
      waiting = waiting.subarray(end);
    }
  }
  process.exit(0);
}

void main();
