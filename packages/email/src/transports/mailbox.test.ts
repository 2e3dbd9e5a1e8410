import { describe, expect, it } from "vitest";

import { formatMailbox, parseMailbox } from "./mailbox";

describe("one mailbox", () => {
  it.each([
    ["a@example.com", { name: "", address: "a@example.com" }],
    [" a@example.com ", { name: "", address: "a@example.com" }],
    ["<a@example.com>", { name: "", address: "a@example.com" }],
    ["rollcall@localhost", { name: "", address: "rollcall@localhost" }],
    ["Rollcall <rollcall@localhost>", { name: "Rollcall", address: "rollcall@localhost" }],
    ['"Lie, Jonas" <j@example.com>', { name: "Lie, Jonas", address: "j@example.com" }],
    ["Lie, Jonas <j@example.com>", { name: "Lie, Jonas", address: "j@example.com" }],
    ["å@exämple.com", { name: "", address: "å@exämple.com" }],
    ["Bob\r\nBcc: x@y <bob@example.com>", { name: "Bob Bcc: x@y", address: "bob@example.com" }],
    ["a@b <c@d> <bob@example.com>", { name: "a@b <c@d>", address: "bob@example.com" }],
  ])("%j", (text, mailbox) => {
    expect(parseMailbox(text)).toEqual(mailbox);
  });

  it.each([
    ["nothing", ""],
    ["a name only", "Bob"],
    ["two", "a@example.com,b@example.com"],
    ["two in brackets", "<a@example.com> <b@example.com>, c@example.com"],
    ["two @", "a@b@example.com"],
    ["white space in it", "a b@example.com"],
    ["a line break in it", "a@example.com\r\nBcc: b@example.com"],
    ["a line break in brackets", "Bob <a@example.com\r\n>x"],
    ["a group", "Friends: a@example.com;"],
    ["a quoted local part, which no account here has", '"a b"@example.com'],
    ["a NUL", "a\0@example.com"],
    ["too long", `${"a".repeat(320)}@example.com`],
  ])("is not %s", (_why, text) => {
    expect(parseMailbox(text)).toBeNull();
  });
});

describe("a name and an address put together", () => {
  it.each([
    ["", "a@example.com", "a@example.com"],
    ["Maren Østby", "a@example.com", '"Maren Østby" <a@example.com>'],
    ["Bob\r\nBcc: x@y", "a@example.com", '"Bob Bcc: x@y" <a@example.com>'],
    ['Bob "the" \\ Builder', "a@example.com", "\"Bob 'the' ' Builder\" <a@example.com>"],
    ["Bob <x@y>", "a@example.com", '"Bob <x@y>" <a@example.com>'],
  ])("%j", (name, address, text) => {
    expect(formatMailbox(name, address)).toBe(text);
    expect(parseMailbox(text)?.address).toBe(address);
  });
});
