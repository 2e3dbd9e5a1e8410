/**
 * How fast something goes and how long it will still take, from what was seen of it. Pure: the clock is an argument.
 */

/** How much was done at a moment (milliseconds of any clock). */
export interface Sample {
  at: number;
  done: number;
}

/** Oldest first; what is older than the window is forgotten, so that the rate follows what happens now. */
export type Samples = readonly Sample[];

const windowMs = 10_000;
/** Less than this says nothing about a rate. */
const leastMs = 600;

/** Adds what was seen. Less done than before means that something else began: what was known is forgotten. */
export function addSample(samples: Samples, sample: Sample): Samples {
  const last = samples.at(-1);
  if (last === undefined || sample.done < last.done || sample.at < last.at) return [sample];
  const kept = samples.filter((entry) => sample.at - entry.at <= windowMs);
  // One sample from before the window stays while nothing newer is far enough away.
  const base = kept.length === 0 ? samples.slice(-1) : kept;
  return [...base, sample];
}

/** Units a second; null while too little is known. */
export function ratePerSecond(samples: Samples): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < leastMs) return null;
  return ((last.done - first.done) * 1000) / (last.at - first.at);
}

/** Seconds until `total` at the rate of now; null while that is not known or nothing moves. */
export function secondsLeft(samples: Samples, total: number): number | null {
  const rate = ratePerSecond(samples);
  const last = samples.at(-1);
  if (rate === null || rate <= 0 || last === undefined || total <= 0) return null;
  return Math.max(0, total - last.done) / rate;
}
