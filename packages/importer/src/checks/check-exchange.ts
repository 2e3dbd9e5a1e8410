// Where a person's Exchange mailbox is: a domain and a user name, which only together lead anywhere.
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

/** `exchange.incomplete` (a warning: the account may have the other half); fills `exchange`, null when the row gives neither. */
export const checkExchange: Rule = (file) => {
  const readDomain = file.reader("exchange", "domain");
  const readUsername = file.reader("exchange", "username");
  const columns = {
    domain: file.headerOf("exchange", "domain"),
    username: file.headerOf("exchange", "username"),
  };
  return (row) => {
    const domain = given(readDomain(row));
    const username = given(readUsername(row));
    if (domain === null && username === null) return;
    row.record.exchange = { domain, username };
    if (domain !== null && username !== null) return;
    const missing = domain === null ? "domain" : "user name";
    const column = domain === null ? columns.domain : columns.username;
    const place = { line: row.line, column, field: "exchange" as const };
    row.problems.push(makeProblem("exchange.incomplete", { missing }, place));
  };
};

function given(text: string | null): string | null {
  return text === "" ? null : text;
}
