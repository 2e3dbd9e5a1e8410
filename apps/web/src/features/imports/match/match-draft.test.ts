import { recognise } from "@rollcall/importer";
import { describe, expect, test } from "vitest";
import { describeLook } from "../upload/describe-look";
import { asItSays } from "../upload/reading";
import {
  draftOf,
  lacking,
  letterOf,
  meanValue,
  placeColumn,
  settleColumn,
  toMapping,
  treatUnknown,
  withMapping,
} from "./match-draft";
import { openQuestions, questionOf } from "./match-questions";

const staff = [
  "Work mail,Vorname,Nachname,Mail them?,Desk,costcentr",
  "t.nkosi@halden.example,Thabo,Nkosi,ja,4410,1",
  "m.ostby@halden.example,Maren,Østby,nein,2200,2",
].join("\n");

function draft(csv = staff, attributes: string[] = []) {
  const bytes = new TextEncoder().encode(csv);
  return draftOf(describeLook(recognise(bytes, { complete: true }), asItSays, null), attributes);
}

describe("a draft", () => {
  test("begins with what is suggested, each with its reason", () => {
    expect(draft().columns.map(({ to }) => to)).toEqual([
      "email",
      "givenName",
      "familyName",
      "sendWelcome",
      "attribute:Desk",
      "attribute:costcentr",
    ]);
    expect(draft().columns.every(({ reason }) => reason !== "")).toBe(true);
  });

  test("of a known format, changed, becomes a mapping of the same columns", () => {
    const made = draft("Email,Full Name,Group,Group\na@b.example,Ann,Staff,\n");
    expect(made.changed).toBe(false);
    expect(toMapping(made, "").columns).toEqual([
      { from: "Email", to: "email" },
      { from: "Full Name", to: "fullName" },
      { from: "Group", to: "group" },
      { from: "Group", to: "group" },
    ]);
  });

  test("two columns of one header that go different ways are told apart by number", () => {
    const made = placeColumn(draft("Email,Full Name,Group,Group\na@b.example,Ann,Staff,\n"), 3, null);
    expect(toMapping(made, "").columns.slice(2)).toEqual([
      { from: 3, to: "group" },
      { from: 4, to: null },
    ]);
  });

  test("a field of one column goes to the last that asked for it", () => {
    const made = placeColumn(draft(), 4, "email");
    expect(made.columns[0]).toMatchObject({ to: null, reason: "Another column is this now" });
    expect(placeColumn(draft(), 4, "fullName").columns[1]?.to).toBe("givenName");
  });

  test("without addresses it cannot be used", () => {
    expect(lacking(draft())).toBeNull();
    expect(lacking(placeColumn(draft(), 0, null))).toContain("addresses");
  });

  test("unknown columns: kept, left out, or stopping the file until somebody decides", () => {
    const out = treatUnknown(draft(), "ignore");
    expect(out.columns[4]?.to).toBeNull();
    expect(treatUnknown(out, "attribute").columns[4]?.to).toBe("attribute:Desk");
    const stop = treatUnknown(draft(), "stop");
    expect(lacking(stop)).toContain("Desk");
    expect(toMapping(stop, "").columns).toHaveLength(4);
    const decided = placeColumn(placeColumn(stop, 4, null), 5, null);
    expect(lacking(decided)).toBeNull();
  });

  test("a saved mapping is laid over the columns by header, whatever their order", () => {
    const saved = toMapping(
      placeColumn(meanValue(draft(), "sendWelcome", "ja", "Yes"), 4, "accountCode"),
      "HR",
    );
    const other = draft("Desk,Work Mail\n1,a@b.example\n");
    const laid = withMapping(other, saved);
    expect(laid.columns.map(({ to }) => to)).toEqual(["accountCode", "email"]);
    expect(laid).toMatchObject({ name: "HR", values: { sendWelcome: { ja: "Yes" } } });
  });

  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [255, "IV"],
  ])("column %d is %s", (index, letter) => {
    expect(letterOf(index)).toBe(letter);
  });
});

describe("questions", () => {
  const ask = (made: ReturnType<typeof draft>, index: number, attributes: string[] = []) =>
    questionOf(made.columns[index]!, made, attributes);

  test("what ja and nein mean, until somebody says yes", () => {
    expect(ask(draft(), 3)).toEqual({
      kind: "values",
      pairs: [
        ["ja", "Yes"],
        ["nein", "No"],
      ],
    });
    expect(ask(settleColumn(draft(), 3), 3)).toBeNull();
  });

  test("what a value means that nobody can guess", () => {
    const made = placeColumn(draft("Work mail,Vorname,Nachname,Level\na@b.example,A,B,Mgr\n"), 3, "role");
    expect(ask(made, 3)).toEqual({ kind: "unread", values: ["Mgr"] });
    expect(ask(meanValue(made, "role", "Mgr", "Administrator"), 3)).toBeNull();
  });

  test("an attribute that is nearly one which exists", () => {
    const made = draft(staff, ["costcentre"]);
    expect(ask(made, 5, ["costcentre"])).toEqual({
      kind: "attribute",
      existing: "costcentre",
      own: "costcentr",
    });
    expect(ask(placeColumn(made, 5, "attribute:costcentr"), 5, ["costcentre"])).toBeNull();
    expect(openQuestions(made, ["costcentre"])).toBe(2);
  });
});
