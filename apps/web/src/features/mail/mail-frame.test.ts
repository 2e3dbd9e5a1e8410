import { describe, expect, it } from "vitest";
import { withNonce } from "./mail-frame";

describe("withNonce", () => {
  it.each([
    ["a style sheet", "<style>a{}</style>", '<style nonce="n">a{}</style>'],
    [
      "one with attributes",
      '<style type="text/css">a{}</style>',
      '<style nonce="n" type="text/css">a{}</style>',
    ],
    ["in any case", "<STYLE>a{}</STYLE>", '<style nonce="n">a{}</STYLE>'],
    ["nothing else", "<styled>a</styled><script>b</script>", "<styled>a</styled><script>b</script>"],
  ])("marks %s", (_what, html, marked) => {
    expect(withNonce(html, "n")).toBe(marked);
  });
});
