/**
 * From words to an exit code: finds the command, reads its words, runs it, and tells in one line how it went wrong. It writes
 * to the output it is given and ends no process.
 */
import { closest } from "./arguments/closest";
import { helpOf, overview, usageOf } from "./arguments/help";
import { parseWords } from "./arguments/parse-words";
import { commands, type CommandEntry } from "./commands";
import { RequestError, StoppedError, SystemError, UsageError, type ExitCode } from "./exit";
import type { Output } from "./output/output";

/** Never rejects. */
export async function runWords(given: readonly string[], output: Output): Promise<ExitCode> {
  let usage: string | null = null;
  const wantsJson = given.includes("--json");
  try {
    const found = findCommand(given);
    if (found === null) {
      await output.line(overview(commands));
      return given.length === 0 ? 2 : 0;
    }
    const command = await found.entry.load();
    usage = usageOf(found.entry.name, command);
    const parsed = parseWords(command, found.rest);
    if (parsed.help) {
      await output.line(helpOf(found.entry, command));
      return 0;
    }
    const { words, options, json } = parsed;
    const code = await command.run({ words, options, json, output });
    await output.flushed();
    return code;
  } catch (error) {
    return await tell(error, usage, output, wantsJson);
  }
}

/** Null: help about everything. The longest name that fits is the command's. */
function findCommand(given: readonly string[]): { entry: CommandEntry; rest: string[] } | null {
  const globals = given.filter((word) => word === "--json");
  const words = given.filter((word) => word !== "--json");
  const [first = "--help", ...others] = words;
  if (first === "help" && others.length > 0) return findCommand([...others, "--help"]);
  if (first === "--help" || first === "-h" || first === "help") return null;
  for (const length of [2, 1]) {
    const entry = commands.find(({ name }) => name === words.slice(0, length).join(" "));
    if (entry !== undefined) return { entry, rest: [...words.slice(length), ...globals] };
  }
  throw new UsageError(unknownCommand(first, others[0]));
}

function unknownCommand(first: string, second: string | undefined): string {
  const family = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  if (family.length > 0)
    return `After ${first} comes ${family.map((name) => name.split(" ")[1] ?? "").join(", ")}.`;
  const typed = second === undefined ? first : `${first} ${second}`;
  const names = commands.map(({ name }) => name);
  const meant = closest(first, names) ?? closest(typed, names);
  return `There is no command ${first}. ${meant === null ? "rollcall --help lists them." : `Did you mean ${meant}?`}`;
}

async function tell(error: unknown, usage: string | null, output: Output, json: boolean): Promise<ExitCode> {
  if (error instanceof UsageError) {
    output.note(`rollcall: ${error.message}`);
    if (usage !== null) output.note(`usage: ${usage}`);
    if (json && !output.wasUsed()) await output.json({ error: { code: "usage", message: error.message } });
    return 2;
  }
  if (error instanceof StoppedError) {
    output.note(`rollcall: ${error.message}`);
    if (json && !output.wasUsed()) await output.json({ error: { code: "stopped", message: error.message } });
    return error.exitCode;
  }
  const known = error instanceof RequestError || error instanceof SystemError;
  const shortage = known ? null : await describeShortage(error);
  const message = known ? error.message : (shortage ?? "Something went wrong.");
  const code = error instanceof RequestError ? error.code : "system";
  for (const line of message.split("\n")) output.note(`rollcall: ${line}`);
  if (!known && shortage === null)
    output.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const problems = error instanceof RequestError ? error.problems : [];
  if (json && !output.wasUsed())
    await output.json({ error: { code, message }, ...(problems.length === 0 ? {} : { problems }) });
  return error instanceof RequestError ? 1 : 3;
}

/** What the database could not give, such as room on its disk, in words; null when it was something else. */
async function describeShortage(error: unknown): Promise<string | null> {
  const { describeRefusal, refuseShortage } = await import("@rollcall/accounts");
  // Whoever sits at the terminal needs the words alone; there is no log beside them.
  const refusal = refuseShortage({ log: { error: () => undefined } }, error);
  return refusal === null ? null : describeRefusal(refusal);
}
