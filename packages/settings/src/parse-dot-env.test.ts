import { describe, expect, it } from "vitest";

import { DotEnvError, parseDotEnv } from "./parse-dot-env";

describe("what a .env file may hold", () => {
  it.each([
    ["nothing", "", {}],
    ["a value", "PORT=3000", { PORT: "3000" }],
    ["Windows line ends and a BOM", "\uFEFFA=1\r\nB=2\r\n", { A: "1", B: "2" }],
    ["blank lines and comments", "\n# A=1\n   # note\nB=2\n", { B: "2" }],
    ["white space around", "  A  =  1  ", { A: "1" }],
    ["export", "export A=1", { A: "1" }],
    ["a value that begins with export", "exportA=1", { exportA: "1" }],
    ["no value", "A=\nB=", { A: "", B: "" }],
    ["an = in the value", "URL=postgresql://u:p@h/d?a=b", { URL: "postgresql://u:p@h/d?a=b" }],
    ["a comment after a value", "A=1 # one", { A: "1" }],
    ["a # that is part of the value", "A=pa#ss", { A: "pa#ss" }],
    ["a value that is only a comment", "A= # none", { A: "" }],
    ["double quotes", 'A="one # two" # note', { A: "one # two" }],
    ["escapes in double quotes", 'A="a\\nb\\t\\"c\\" \\\\ \\$"', { A: 'a\nb\t"c" \\ $' }],
    ["single quotes mean themselves", "A='a\\n\"b\" # $HOME'", { A: 'a\\n"b" # $HOME' }],
    ["nothing is expanded", "A=$HOME/${B}", { A: "$HOME/${B}" }],
    ["quotes inside a bare value", 'A=it\'s "fine"', { A: 'it\'s "fine"' }],
    ["the last of two holds", "A=1\nA=2", { A: "2" }],
    ["names that objects have", "constructor=1\ntoString=2", { constructor: "1", toString: "2" }],
  ])("%s", (_why, text, expected) => {
    expect({ ...parseDotEnv(text) }).toEqual(expected);
  });

  it("keeps __proto__ a name like any other", () => {
    expect(Object.entries(parseDotEnv("__proto__=x"))).toEqual([["__proto__", "x"]]);
  });
});

describe("what it may not hold", () => {
  it.each([
    ["a line without =", "A=1\nhunter2", ".env line 2: expected NAME=value."],
    ["a name that is none", "1A=hunter2", ".env line 1: expected NAME=value."],
    ["white space in a name", "A B=hunter2", ".env line 1: expected NAME=value."],
    ["a quote that is not closed", '\nA="hunter2', ".env line 2: the quotes of A do not match."],
    ["a single quote that is not closed", "A='hunter2", ".env line 1: the quotes of A do not match."],
    ["something after the quotes", 'A="hunter2"x', ".env line 1: the quotes of A do not match."],
    ["a closing quote that is escaped", 'A="hunter2\\"', ".env line 1: the quotes of A do not match."],
  ])("%s", (_why, text, message) => {
    expect(() => parseDotEnv(text)).toThrow(new DotEnvError(message));
    expect(message).not.toContain("hunter2");
  });
});
