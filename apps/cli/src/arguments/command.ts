/**
 * What a command is (its name and summary stand in commands/index.ts): its words and options as data (from which usage, help and parsing follow) and what it does.
 */
import type { ExitCode } from "../exit";
import type { Output } from "../output/output";
import type { OptionSpecs, OptionValues } from "./option";

export interface WordSpec {
  /** as usage shows it: FILE, EMAIL */
  name: string;
  help: string;
  /** false: may be left out */
  required: boolean;
}

export interface Call<O extends OptionSpecs> {
  /** by position; "" for one that was left out */
  words: readonly string[];
  options: OptionValues<O>;
  /** one JSON document on stdout is wanted */
  json: boolean;
  output: Output;
}

export interface Command<O extends OptionSpecs = OptionSpecs> {
  /** a paragraph or two below the summary in --help; "" for none */
  details: string;
  words: readonly WordSpec[];
  options: O;
  run: (call: Call<O>) => Promise<ExitCode>;
}

/** Keeps the option's types together with the command; at run time it gives back what it gets. */
export function defineCommand<const O extends OptionSpecs>(command: Command<O>): Command {
  // The parser makes the values from these same specs, so what `run` is given fits what it was declared for.
  return command as unknown as Command;
}
