// Which addresses could be taken for another.
import { describe, expect, it } from "vitest";
import { confusablePart } from "./confusable-part";

describe("confusablePart", () => {
  it.each([
    ["a Cyrillic s in Latin (B3)", "teѕt@example.com", "teѕt", "mixed-script"],
    ["a Greek o in a domain", "a@gοogle.com", "gοogle", "mixed-script"],
    ["Cyrillic and Greek", "иλ@example.com", "иλ", "mixed-script"],
    ["Armenian beside Latin", "aբc@example.com", "aբc", "mixed-script"],
    ["Cyrillic letters that all look Latin", "сосо@example.com", "сосо", "lookalike"],
    ["a domain of such letters", "a@арр.com", "арр", "lookalike"],
  ])("warns of %s", (_, address, part, reason) => {
    expect(confusablePart(address)).toEqual({ part, reason });
  });

  it.each([
    ["ASCII", "jane.doe@example.com"],
    ["accents", "josé.muñoz@exämple.de"],
    ["a Russian name before a Latin domain", "иван@example.com"],
    ["Japanese with Latin", "tanaka山田さんカ@example.jp"],
    ["Korean", "김철수@example.kr"],
    ["Armenian alone", "բար@example.am"],
    ["Arabic alone", "علي@example.com"],
  ])("says nothing of %s", (_, address) => {
    expect(confusablePart(address)).toBeNull();
  });
});
