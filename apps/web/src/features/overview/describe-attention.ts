/** What needs a person, in words: what it is, how bad, and where to go. Exhaustive by type. Pure. */
import type { AttentionItem } from "@rollcall/accounts";
import { countOf } from "../pieces/words";

export interface AttentionLine {
  title: string;
  detail: string;
  action: string;
  href: string;
  tone: "warning" | "danger";
}

export function describeAttention(item: AttentionItem): AttentionLine {
  switch (item.kind) {
    case "import-waits":
      if (item.objection !== null)
        return {
          title: `${item.fileName} was not carried out`,
          detail: item.objection,
          action: "Review",
          href: `/imports/${item.importId}`,
          tone: "warning",
        };
      return {
        title: `${item.fileName} waits for review`,
        detail: parts([
          item.create > 0 && `${number(item.create)} new`,
          item.create === 0 && item.update > 0 && countOf(item.update, "update"),
          item.problem > 0 &&
            `${countOf(item.problem, "row")} ${item.problem === 1 ? "needs" : "need"} attention`,
        ]),
        action: "Review",
        href: `/imports/${item.importId}`,
        tone: "warning",
      };
    case "import-failed":
      return {
        title: `${item.fileName} could not be imported`,
        detail: item.failure ?? "Nothing was changed",
        action: "See why",
        href: `/imports/${item.importId}`,
        tone: "danger",
      };
    case "mail-failed":
      return {
        title: `${countOf(item.count, "mail")} could not be sent`,
        detail: "The mail server refused them",
        action: "See mails",
        href: "/mail?state=FAILED",
        tone: "danger",
      };
    case "mail-unknown":
      return {
        title: `${countOf(item.count, "mail")} with an unknown fate`,
        detail: "No clear answer for 23 hours",
        action: "See mails",
        href: "/mail?state=UNKNOWN",
        tone: "warning",
      };
    case "mail-late":
      return {
        title: `${countOf(item.count, "mail")} should be out by now`,
        detail: "Does the worker run?",
        action: "See mails",
        href: "/mail?state=RETRYING",
        tone: "warning",
      };
    case "locked":
      return {
        title: item.count === 1 ? "1 account is locked" : `${number(item.count)} accounts are locked`,
        detail: "They cannot sign in",
        action: "Unlock",
        href: "/users?status=locked",
        tone: "warning",
      };
    case "no-way-in":
      return {
        title: item.count === 1 ? "1 person has no way in" : `${number(item.count)} people have no way in`,
        detail: "No password and no mail with a link",
        action: "Send it",
        href: "/users?status=invited",
        tone: "warning",
      };
  }
}

function parts(words: (string | false)[]): string {
  return words.filter((word) => word !== false).join(" · ");
}

function number(value: number): string {
  return new Intl.NumberFormat("en-GB").format(value);
}
