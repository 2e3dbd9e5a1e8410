/**
 * What holds for every mail of every kind, checked on everything the preview page shows and on data that try to break out.
 */
import { readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { Mail, MailData } from "./mail";
import { mailKinds } from "./mail-kinds";
import { renderMail } from "./render-mail";
import { MailDataError } from "./render/words";
import { registry } from "./templates/registry";

const previews = mailKinds.flatMap((info) => info.previews);

/** The page the one button opens. */
function linkOf(mail: Mail): string {
  switch (mail.kind) {
    case "welcome":
      return mail.data.setPasswordUrl ?? mail.data.signInUrl;
    case "invitation":
      return mail.data.enrolUrl;
    case "password-reset":
    case "password-changed":
      return mail.data.resetUrl;
    case "import-finished":
    case "import-failed":
      return mail.data.importUrl;
    case "domain-export":
      return mail.data.domainsUrl;
    case "test":
      return mail.data.settingsUrl;
  }
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;");
}

describe("every kind", () => {
  it("can be previewed, and every template belongs to a kind", () => {
    const templates = readdirSync(new URL("templates", import.meta.url)).filter((name) =>
      name.endsWith(".tsx"),
    );
    expect(mailKinds).toHaveLength(templates.length);
    expect(mailKinds.map((info) => info.kind)).toEqual(Object.keys(registry));
    for (const info of mailKinds) {
      expect(info.label).not.toBe("");
      expect(info.previewData).toBe(info.previews[0]?.mail.data);
      expect(info.previews.every((preview) => preview.mail.kind === info.kind)).toBe(true);
    }
    expect(new Set(previews.map((preview) => preview.label)).size).toBe(previews.length);
  });
});

describe.each(previews)("$label", ({ mail }) => {
  it("says where its one button leads: once as the button, once in clear, once in the text", async () => {
    const { html, text } = await renderMail(mail);
    const link = linkOf(mail);
    expect(html.match(/<a\s/gu)).toHaveLength(1);
    expect(html).toContain(`href="${escaped(link)}"`);
    expect(html).toContain(`>${escaped(link)}</p>`);
    expect(occurrences(html, escaped(link))).toBe(2);
    expect(text.split("\n").filter((line) => line === link)).toHaveLength(1);
    expect(occurrences(text, link)).toBe(1);
  });

  it("has no hole in it", async () => {
    const { subject, html, text } = await renderMail(mail);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/undefined|\bnull\b|NaN|Invalid Date|\[object/u);
      expect(part).not.toMatch(/[\uE000\uE001]/u);
    }
    expect(subject.trim()).not.toBe("");
    expect(html).toContain(mail.data.organisation);
    expect(text).toContain(mail.data.organisation);
  });

  it("is a document that stands by itself: a language, a title, dark colours, nothing fetched, nothing that tracks", async () => {
    const { subject, html } = await renderMail(mail);
    expect(html).toMatch(/^<!DOCTYPE html[^>]*><html[^>]* lang="en"/u);
    expect(html).toContain(`<title>${escaped(subject)}</title>`);
    expect(html).toContain("@media (prefers-color-scheme:dark)");
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).not.toMatch(/<(?:img|script|link|iframe|object|form|input)\b|@import|@font-face|url\(/iu);
    expect(html.length).toBeLessThan(100_000);
  });

  it("reads well as plain text", async () => {
    const { text } = await renderMail(mail);
    const long = text.split("\n").filter((line) => line.length > 76 && line.includes(" "));
    expect(long).toEqual([]);
    expect(text).not.toMatch(/<[a-z/]|&[a-z]+;|\n{3,}|[ \t]\n/u);
    expect(text).toMatch(/^Rollcall\n\n.+\n=+\n\n/u);
    expect(text).toContain("You get this because");
    expect(text).toContain("never asks for your password by mail");
  });

  it("is the same, byte for byte, whether React renders it or the kept page is filled in", async () => {
    const rendered = await renderMail(mail, "rendered");
    expect(await renderMail(mail, "filled")).toEqual(rendered);
    expect(await renderMail(mail, "filled")).toEqual(rendered);
  });
});

/** fields that hold something to be copied as it is, which accounts and settings have checked */
const CHECKED = ["address", "supportAddress", "domain", "transport"];

/** Every string in the data, except addresses of pages and the `kept` fields, replaced by `text`. */
function withText(mail: Mail, text: string, kept: readonly string[] = []): Mail {
  const replaced = JSON.parse(JSON.stringify(mail), (key, value: unknown) => {
    if (typeof value !== "string" || key === "kind" || kept.includes(key)) return value;
    if (/^\d{4}-\d{2}-\d{2}T/u.test(value)) return new Date(value);
    return value.startsWith("https://") ? value : text;
  }) as Mail;
  return replaced;
}

const hostile: readonly (readonly [string, string])[] = [
  ["markup", `<img src=x onerror=alert(1)>"><script>alert('1')</script>`],
  ["what templates evaluate", "{{secret}} ${secret} <%= secret %> $& $1 $` $'"],
  ["the marks of the kept page", "\uE0000\uE001 \uE0001\uE001"],
  ["a header", "Bob\r\nBcc: x@y\r\n\r\n<b>body</b>"],
  ["control characters", "a\u0000b\u001B[31mc\u2028d\u202Ee"],
  ["a very long word", "x".repeat(5000)],
  ["nothing", ""],
  ["React's own leftovers", "<!-- --><!--$--><!--/$-->"],
];

describe.each(hostile)("data that hold %s", (_what, text) => {
  it.each(mailKinds)("in $kind", async ({ previews: [preview] }) => {
    const mail = withText(preview!.mail, text);
    const { subject, html, text: plain } = await renderMail(mail);
    expect(subject).not.toMatch(/\p{Cc}|[\u2028\u2029\u202E]/u);
    expect(html.match(/<a\s/gu)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<script|<b>/u);
    expect(html.replace(/<!DOCTYPE.*?>/u, "")).not.toMatch(/<!--(?!\[if mso\])/u);
    expect(plain).not.toMatch(/[^\P{Cc}\n]/u);
    expect(await renderMail(mail, "rendered")).toEqual({ subject, html, text: plain });
  });
});

describe("a name that holds a link", () => {
  it.each(mailKinds)("is dead text in $kind", async ({ previews: [preview] }) => {
    const mail = withText(preview!.mail, "https://evil.example/now www.evil.example evil.example", CHECKED);
    const { html, text } = await renderMail(mail);
    // The title is no part of the page, and nobody links in a subject.
    const page = html.replace(/<title>.*?<\/title>/u, "");
    expect(page.match(/https:\/\/evil|www\.evil|evil\.example/gu)).toBeNull();
    expect(text).not.toMatch(/https:\/\/evil|www\.evil|evil\.example/u);
  });
});

describe("data that cannot be a mail", () => {
  const welcome: MailData<"welcome"> = registry.welcome.previewData;
  it.each<[string, Mail]>([
    ["a link that runs", { kind: "welcome", data: { ...welcome, setPasswordUrl: "javascript:alert(1)" } }],
    ["a link that is none", { kind: "welcome", data: { ...welcome, setPasswordUrl: "/p/1" } }],
    ["a date that is none", { kind: "welcome", data: { ...welcome, expiresAt: new Date("x") } }],
  ])("%s", async (_why, mail) => {
    await expect(renderMail(mail)).rejects.toThrow(MailDataError);
  });
});

describe("a link with everything in it", () => {
  it("is escaped as a link and readable in clear", async () => {
    const data = { ...registry.welcome.previewData, setPasswordUrl: "https://a.example/p?x=1&y='2'#k='3'" };
    const { html, text } = await renderMail({ kind: "welcome", data });
    expect(html).toContain('href="https://a.example/p?x=1&amp;y=%272%27#k=&#x27;3&#x27;"');
    expect(text).toContain("\nhttps://a.example/p?x=1&y=%272%27#k='3'\n");
  });
});

describe("passwords", () => {
  it("have no place in any mail's data", () => {
    const names = previews
      .flatMap(({ mail }) => Object.keys(mail.data))
      .filter((name) => /password|secret|token/iu.test(name));
    expect(new Set(names)).toEqual(new Set(["setPasswordUrl"]));
  });

  it("do not get through in fields that no template knows", async () => {
    for (const { mail } of previews) {
      const data = { ...mail.data, password: "canary-7Q", initialPassword: "canary-7Q" };
      const rendered = await renderMail({ kind: mail.kind, data } as Mail);
      expect(JSON.stringify(rendered)).not.toContain("canary-7Q");
    }
  });
});
