/**
 * What an option of a command may be, and what the command gets of it. Types only.
 */
export type OptionSpec =
  | { kind: "flag"; help: string }
  | { kind: "text"; value: string; help: string }
  /** may be given several times */
  | { kind: "texts"; value: string; help: string }
  | { kind: "choice"; choices: readonly string[]; help: string }
  | { kind: "number"; value: string; min: number; max: number; help: string };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A flag is false, a text, choice or number null and texts empty when it was not given. */
export type OptionValue<S extends OptionSpec> = S extends { kind: "flag" }
  ? boolean
  : S extends { kind: "text" }
    ? string | null
    : S extends { kind: "texts" }
      ? string[]
      : S extends { kind: "choice"; choices: readonly (infer C)[] }
        ? C | null
        : number | null;

export type OptionValues<O extends OptionSpecs> = { [K in keyof O]: OptionValue<O[K]> };
