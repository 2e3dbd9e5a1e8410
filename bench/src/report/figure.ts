/** What a measurement gives: one line of the table each. Data only. */
export interface Figure {
  /** in the order of the table; indented ones are parts of the one above */
  name: string;
  /** a part of the figure above it */
  part?: boolean;
  rows: number;
  seconds: number;
  /** how many times the limit it took, and what the limit is; absent when nothing is compared */
  ratio?: { times: number; of: string; most?: number };
  /** peak of resident memory in MiB, by process */
  memory?: Record<string, number>;
}

/** Times of one question asked many times over, in milliseconds. */
export interface PageFigure {
  name: string;
  asked: number;
  p50: number;
  p95: number;
}

/** Something that must hold; false makes the bench fail. */
export interface Check {
  name: string;
  holds: boolean;
  /** what was seen */
  seen: string;
}

export interface Results {
  figures: Figure[];
  pages: PageFigure[];
  checks: Check[];
}

export function noResults(): Results {
  return { figures: [], pages: [], checks: [] };
}
