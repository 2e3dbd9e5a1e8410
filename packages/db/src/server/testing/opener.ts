// Drives fixtures/opener.ts: a process of its own that holds the embedded server open.
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

interface Told {
  url?: string;
  closed?: boolean;
  log?: string;
  failed?: { name: string; message: string; fault?: string };
}

const script = fileURLToPath(new URL("../fixtures/opener.ts", import.meta.url));

/** One such process. */
export class Opener {
  readonly #child: ChildProcess;
  readonly #told: Promise<Told>;
  readonly #ended: Promise<void>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = new Promise((resolve) => child.once("close", () => resolve()));
    this.#told = new Promise((resolve, reject) => {
      createInterface({ input: child.stdout! }).on("line", (line) => {
        const told = JSON.parse(line) as Told;
        if (told.url !== undefined || told.failed !== undefined) resolve(told);
      });
      child.once("close", (code) => reject(new Error(`The opener ended with ${code ?? "a signal"}.`)));
    });
    this.#told.catch(() => undefined);
  }

  /** @param options uid: as whom (only root may choose) */
  static start(dataDir: string, options: { uid?: number } = {}): Opener {
    const { uid } = options;
    return new Opener(
      spawn(process.execPath, ["--import", "tsx", script, dataDir], {
        stdio: ["pipe", "pipe", "inherit"],
        // A process group of its own, as a terminal would give it.
        detached: true,
        ...(uid === undefined ? {} : { uid, gid: uid, env: { PATH: "/usr/bin:/bin", HOME: "/tmp" } }),
      }),
    );
  }

  /** The server's address once it is open; rejects with "fault: message" when it could not be opened. */
  async url(): Promise<string> {
    const { url, failed } = await this.#told;
    if (url !== undefined) return url;
    throw new Error(`${failed?.fault ?? failed?.name ?? "?"}: ${failed?.message ?? "?"}`);
  }

  async close(): Promise<void> {
    this.#child.stdin?.write("close\n");
    await this.#ended;
  }

  /** What a terminal does at Ctrl-C: every process of the group gets SIGINT. */
  interruptGroup(): void {
    process.kill(-this.#child.pid!, "SIGINT");
  }

  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  ended(): Promise<void> {
    return this.#ended;
  }
}
