import { describe, expect, test } from "vitest";
import { UsageError } from "../exit";
import { defineCommand } from "./command";
import { parseWords } from "./parse-words";

const command = defineCommand({
  details: "",
  words: [
    { name: "FILE", help: "the file", required: true },
    { name: "OTHER", help: "another", required: false },
  ],
  options: {
    strict: { kind: "flag", help: "" },
    note: { kind: "text", value: "TEXT", help: "" },
    group: { kind: "texts", value: "NAME", help: "" },
    mode: { kind: "choice", choices: ["create", "upsert"], help: "" },
    limit: { kind: "number", value: "N", min: 1, max: 200, help: "" },
  },
  run: () => Promise.resolve(0),
});

const empty = { strict: false, note: null, group: [], mode: null, limit: null };

describe("words and options", () => {
  test.each([
    ["nothing but the word", ["a.csv"], ["a.csv"], {}],
    [
      "options before and after",
      ["--strict", "a.csv", "--note", "x"],
      ["a.csv"],
      { strict: true, note: "x" },
    ],
    ["= attaches a value", ["a.csv", "--note=x=y"], ["a.csv"], { note: "x=y" }],
    ["an empty value is a value", ["a.csv", "--note="], ["a.csv"], { note: "" }],
    ["a value may look like an option", ["a.csv", "--note", "--strict"], ["a.csv"], { note: "--strict" }],
    ["several times", ["a.csv", "--group", "A", "--group=B"], ["a.csv"], { group: ["A", "B"] }],
    ["a choice", ["a.csv", "--mode", "upsert"], ["a.csv"], { mode: "upsert" }],
    ["a number", ["a.csv", "--limit", "20"], ["a.csv"], { limit: 20 }],
    ["- is stdin, a word", ["-"], ["-"], {}],
    ["after -- only words follow", ["--", "--strict", "b"], ["--strict", "b"], {}],
  ] as const)("%s", (_why, given, words, options) => {
    expect(parseWords(command, given)).toEqual({
      words,
      options: { ...empty, ...options },
      json: false,
      help: false,
    });
  });

  test("--json and --help belong to every command, and with --help no word is missed", () => {
    expect(parseWords(command, ["--json", "-h"])).toMatchObject({ json: true, help: true, words: [] });
  });
});

describe("wrong usage says what is right", () => {
  test.each([
    ["a missing word", [], "FILE is missing: the file."],
    ["a word too many", ["a", "b", "c"], "“c” is one word too many."],
    [
      "an unknown option, nearly right",
      ["a", "--strikt"],
      "There is no option --strikt here. Did you mean --strict?",
    ],
    [
      "an unknown option",
      ["a", "--colour"],
      "There is no option --colour here. It takes --strict --note --group --mode --limit --json --help.",
    ],
    ["a name every object has", ["a", "--constructor"], /^There is no option --constructor here/],
    ["one dash", ["a", "-strict"], /^There is no option -strict here/],
    ["a value for a flag", ["a", "--strict=yes"], "--strict takes no value."],
    ["no value", ["a", "--note"], "--note needs a value: TEXT."],
    ["twice", ["a", "--note", "x", "--note", "y"], "--note is given twice."],
    ["no such choice", ["a", "--mode", "merge"], "--mode must be create or upsert, but is “merge”."],
    ["no number", ["a", "--limit", "many"], "--limit must be a number from 1 to 200, but is “many”."],
    [
      "a number out of bounds",
      ["a", "--limit", "201"],
      "--limit must be a number from 1 to 200, but is “201”.",
    ],
    ["a negative number", ["a", "--limit", "-1"], "--limit must be a number from 1 to 200, but is “-1”."],
  ] as const)("%s", (_why, given, message) => {
    expect(() => parseWords(command, given)).toThrow(UsageError);
    expect(() => parseWords(command, given)).toThrow(message);
  });
});
