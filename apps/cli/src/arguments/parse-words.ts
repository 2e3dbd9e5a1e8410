/**
 * Reads the words after a command's name by the command's own specs. Everything that does not fit is a UsageError that says
 * what would. It reads no environment and prints nothing.
 */
import { UsageError } from "../exit";
import type { Command } from "./command";
import { closest } from "./closest";
import type { OptionSpec } from "./option";

export interface ParsedWords {
  words: string[];
  options: Record<string, boolean | string | string[] | number | null>;
  json: boolean;
  help: boolean;
}

/** `--name value`, `--name=value`, `--` (only words follow), `-` (a word), `-h`. */
export function parseWords(command: Command, given: readonly string[]): ParsedWords {
  const parsed: ParsedWords = { words: [], options: emptyValues(command), json: false, help: false };
  const rest = [...given];
  let onlyWords = false;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (onlyWords || word === "-" || !word.startsWith("-")) parsed.words.push(word);
    else if (word === "--") onlyWords = true;
    else readOption(command, parsed, word, rest);
  }
  if (!parsed.help) checkWords(command, parsed);
  return parsed;
}

function emptyValues(command: Command): ParsedWords["options"] {
  const empty = { flag: false, text: null, choice: null, number: null } as const;
  return Object.fromEntries(
    Object.entries(command.options).map(([name, spec]) => [
      name,
      spec.kind === "texts" ? [] : empty[spec.kind],
    ]),
  );
}

function readOption(command: Command, parsed: ParsedWords, word: string, rest: string[]): void {
  const equals = word.indexOf("=");
  const name = (equals === -1 ? word : word.slice(0, equals)).replace(/^--?/, "");
  const attached = equals === -1 ? null : word.slice(equals + 1);
  if (word === "-h" || name === "help") {
    parsed.help = true;
    return;
  }
  if (word.startsWith("--") && name === "json" && attached === null) {
    parsed.json = true;
    return;
  }
  const spec =
    word.startsWith("--") && Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (spec === undefined) throw new UsageError(unknownOption(command, word));
  if (spec.kind === "flag") {
    if (attached !== null) throw new UsageError(`--${name} takes no value.`);
    parsed.options[name] = true;
    return;
  }
  const value = attached ?? rest.shift();
  if (value === undefined) throw new UsageError(`--${name} needs a value: ${describeValue(spec)}.`);
  putValue(parsed, name, spec, value);
}

function putValue(parsed: ParsedWords, name: string, spec: OptionSpec, value: string): void {
  const before = parsed.options[name];
  if (Array.isArray(before)) {
    parsed.options[name] = [...before, value];
    return;
  }
  if (before !== null) throw new UsageError(`--${name} is given twice.`);
  parsed.options[name] = readValue(name, spec, value);
}

function readValue(name: string, spec: OptionSpec, value: string): string | number {
  if (spec.kind === "choice" && !spec.choices.includes(value)) {
    throw new UsageError(`--${name} must be ${describeValue(spec)}, but is “${value}”.`);
  }
  if (spec.kind !== "number") return value;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= spec.min && number <= spec.max) return number;
  throw new UsageError(`--${name} must be ${describeValue(spec)}, but is “${value}”.`);
}

function describeValue(spec: OptionSpec): string {
  switch (spec.kind) {
    case "flag":
      return "nothing";
    case "text":
    case "texts":
      return spec.value;
    case "choice":
      return spec.choices.join(" or ");
    case "number":
      return `a number from ${spec.min} to ${spec.max}`;
  }
}

function unknownOption(command: Command, word: string): string {
  const known = [...Object.keys(command.options), "json", "help"].map((name) => `--${name}`);
  const meant = closest(word.replace(/=.*$/, ""), known);
  const hint = meant === null ? `It takes ${known.join(" ")}.` : `Did you mean ${meant}?`;
  return `There is no option ${word.replace(/=.*$/, "")} here. ${hint}`;
}

function checkWords(command: Command, parsed: ParsedWords): void {
  const missing = command.words.slice(parsed.words.length).find((spec) => spec.required);
  if (missing !== undefined) throw new UsageError(`${missing.name} is missing: ${missing.help}.`);
  const extra = parsed.words[command.words.length];
  if (extra !== undefined) throw new UsageError(`“${extra}” is one word too many.`);
}
