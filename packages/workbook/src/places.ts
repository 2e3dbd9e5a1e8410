// A number of places, and a queue for them: so many reading processes at once and no more. It knows no process.

/** Gives a place back; a second call does nothing. */
export type GiveBack = () => void;

export class Places {
  private free: number;
  private readonly queue: (() => void)[] = [];

  constructor(most: number) {
    this.free = most;
  }

  /** Those who wait for a place. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Waits for a place, first come, first served. */
  async take(): Promise<GiveBack> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    let taken = true;
    return () => {
      if (!taken) return;
      taken = false;
      // Handed on without being free in between: nobody comes before who waited.
      const next = this.queue.shift();
      if (next === undefined) this.free++;
      else next();
    };
  }
}
