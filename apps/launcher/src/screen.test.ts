import { parseSettings } from "@rollcall/settings";
import { expect, test } from "vitest";
import { greeting } from "./screen";

function settings(env: Record<string, string> = {}) {
  const parsed = parseSettings(env, { cwd: "/srv/rollcall" });
  if (!parsed.ok) throw new Error(parsed.mistakes.join());
  return parsed.settings;
}

test("a newcomer sees the address, the set-up link and what to do with it", () => {
  const setUpUrl = "http://localhost:3000/set-up/abc";
  expect(greeting({ settings: settings(), setUpUrl, embedded: true, root: "/srv/rollcall", took: 2_345 }))
    .toBe(`
Rollcall is running (ready in 2.3 s).

  Address       http://localhost:3000
  Set-up link   http://localhost:3000/set-up/abc
  Data          .data
  Mail          kept here, not sent (read it in the console under Mail; MAIL_URL sends it)

  Open the set-up link to make the first administrator. It works once.

  Ctrl-C stops it.
`);
});

test("a worker alone has no address, and no secret of DATABASE_URL or MAIL_URL is ever shown", () => {
  const env = {
    ROLE: "worker",
    DATABASE_URL: "postgresql://u:geheim@db/x",
    MAIL_URL: "smtp://u:geheim@mail:25",
  };
  const text = greeting({
    settings: settings(env),
    setUpUrl: null,
    embedded: false,
    root: "/srv/rollcall",
    took: 100,
  });
  expect(text).toContain("Rollcall is running, a worker only");
  expect(text).not.toMatch(/geheim|Address/);
});
