// The process that reads one workbook: started without leave to touch a disk or start others, watched for time and memory,
// killed when it exceeds either and when we end. It knows frames and limits, nothing of sheets.
import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { readFrames } from "./frame-reader";
import { childCode } from "./generated/child-code";
import { type FromChild, frameHead } from "./protocol";
import { residentBytes } from "./resident-bytes";

/** What one reading may take. `milliseconds`: while we wait for it, not while it waits for us. */
export interface Bounds {
  milliseconds: number;
  residentBytes: number;
}

/** Why a reading process is gone before it was done. */
export type Ending = "time" | "memory" | "crash";

/** Thrown to whoever waits for a process that is gone. */
export class ProcessGone extends Error {
  readonly ending: Ending;
  constructor(ending: Ending) {
    super(`the reading process ended: ${ending}`);
    this.name = "ProcessGone";
    this.ending = ending;
  }
}

/** Takes the program from its standard input, four bytes of length before it, and runs it. */
const boot =
  'const s=process.stdin;let n;const f=()=>{if(n===undefined){const h=s.read(4);if(!h)return;n=h.readUInt32BE(0)}const c=s.read(n);if(!c)return;s.off("readable",f);new Function("require",c.toString("utf8"))(require)};s.on("readable",f)';

/** Of V8's own heap; the file itself and what is being unpacked lie outside of it. */
const heapMegabytes = 320;
const watchEvery = 50;

const living = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});

export class ReadingProcess {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly messages: AsyncGenerator<FromChild>;
  private readonly gone: Promise<void>;
  private ending: Ending = "crash";
  private left: number;

  /** `whenGone` is called once the process has ended, however it did. */
  constructor(bounds: Bounds, whenGone: () => void = () => undefined) {
    const permission = process.allowedNodeEnvironmentFlags.has("--permission") ? "" : "experimental-";
    const words = [
      `--${permission}permission`,
      "--no-warnings",
      `--max-old-space-size=${heapMegabytes}`,
      "-e",
      boot,
    ];
    const child = spawn(process.execPath, words, {
      stdio: ["pipe", "pipe", "ignore"],
      // Nothing of ours. Next.js declares that NODE_ENV is always there.
      env: { NODE_ENV: "production" },
      windowsHide: true,
    });
    this.child = child;
    this.left = bounds.milliseconds;
    living.add(child);
    this.gone = new Promise((resolve) => {
      child.once("close", (_code, signal) => {
        // V8 aborts by itself when its heap is full.
        if (signal === "SIGABRT" || signal === "SIGTRAP" || signal === "SIGILL") this.ending = "memory";
        resolve();
      });
      child.once("error", () => {
        if (child.pid === undefined) resolve();
      });
    });
    void this.gone.then(() => {
      living.delete(child);
      whenGone();
    });
    // A process that ended early does not take what we still send: why it ended is told by what it said.
    child.stdin.on("error", () => undefined);
    this.messages = readFrames(child.stdout);
    this.watchMemory(bounds.residentBytes);
    const code = Buffer.from(childCode, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(code.length);
    child.stdin.write(Buffer.concat([length, code]));
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Sends a frame; ready when there is room for more. False: the process takes nothing any more. */
  async send(type: number, payload: Uint8Array): Promise<boolean> {
    const { stdin } = this.child;
    if (stdin.destroyed) return false;
    const head = Buffer.alloc(frameHead);
    head[0] = type;
    head.writeUInt32BE(payload.length, 1);
    stdin.write(head);
    if (!stdin.write(payload)) await this.within(Promise.race([this.drained(), this.gone]));
    return !stdin.destroyed;
  }

  /** The next message. Throws `ProcessGone` when there is none because the process is gone. */
  async receive(): Promise<FromChild> {
    const result = await this.within(this.messages.next());
    if (result.done === true) {
      await this.gone;
      throw new ProcessGone(this.ending);
    }
    return result.value;
  }

  /** Ends the process, whatever it does; ready when it is gone. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    this.child.stdin.destroy();
    this.child.stdout.destroy();
    await this.gone;
  }

  private async drained(): Promise<void> {
    const { stdin } = this.child;
    if (stdin.destroyed) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        stdin.off("drain", done).off("close", done);
        resolve();
      };
      stdin.on("drain", done).on("close", done);
    });
  }

  // Only the time in which somebody waits for the process counts.
  private async within<T>(work: Promise<T>): Promise<T> {
    const begun = performance.now();
    const timer = setTimeout(() => this.end("time"), Math.max(0, this.left));
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      this.left -= performance.now() - begun;
    }
  }

  private watchMemory(most: number): void {
    const timer = setInterval(() => {
      const resident = this.child.pid === undefined ? null : residentBytes(this.child.pid);
      if (resident !== null && resident > most) this.end("memory");
    }, watchEvery);
    timer.unref();
    void this.gone.then(() => clearInterval(timer));
  }

  private end(ending: Ending): void {
    this.ending = ending;
    this.child.kill("SIGKILL");
  }
}
