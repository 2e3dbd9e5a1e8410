/**
 * Usage and help, made from the same specs that words are parsed by. Pure.
 */
import { aligned } from "../output/aligned";
import type { Command } from "./command";
import type { OptionSpec } from "./option";

/** One line: `rollcall import FILE [--format F] …`. */
export function usageOf(name: string, command: Command): string {
  const words = command.words.map(({ name, required }) => (required ? name : `[${name}]`));
  const options = Object.entries(command.options).map(([option, spec]) => {
    const repeat = spec.kind === "texts" ? "…" : "";
    return `[${optionText(option, spec)}]${repeat}`;
  });
  return ["rollcall", name, ...words, ...options, "[--json]"].join(" ");
}

/** What `--help` prints. */
export function helpOf({ name, summary }: { name: string; summary: string }, command: Command): string {
  const words = command.words.map((word) => [word.name, word.help]);
  const options = Object.entries(command.options).map(([option, spec]) => [
    optionText(option, spec),
    spec.help,
  ]);
  const rows = [...words, ...options, ["--json", "one JSON document on stdout"]];
  const details = command.details === "" ? [] : [command.details, ""];
  return [
    `rollcall ${name} – ${summary}`,
    "",
    `  ${usageOf(name, command)}`,
    "",
    ...details,
    ...aligned(rows, "  "),
  ].join("\n");
}

/** What `rollcall` alone prints. */
export function overview(commands: readonly { name: string; summary: string }[]): string {
  return [
    "rollcall COMMAND … – the same code as the console, against the same database.",
    "",
    ...aligned(
      commands.map(({ name, summary }) => [name, summary]),
      "  ",
    ),
    "",
    "rollcall COMMAND --help tells more. Exit codes: 0 done; 1 the file or the request has problems and nothing",
    "was changed; 2 wrong usage; 3 the system failed; 130 stopped by Ctrl-C (143 by SIGTERM), nothing was changed.",
  ].join("\n");
}

function optionText(name: string, spec: OptionSpec): string {
  switch (spec.kind) {
    case "flag":
      return `--${name}`;
    case "choice":
      return `--${name} ${spec.choices.join("|")}`;
    case "text":
    case "texts":
    case "number":
      return `--${name} ${spec.value}`;
  }
}
