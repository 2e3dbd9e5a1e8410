/** What taking an import back would do besides its four heaps, and what is chosen of them, in sentences. Pure. */
import type { UndoPreview } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";
import type { UndoView } from "./undo-url";

/** What goes with the accounts, and what cannot be taken back; nothing of nought. */
export function describeAlso(preview: Omit<UndoPreview, "fingerprint" | "guard">): string {
  const { lacking, mailsSent, mailsAgain, sessions, groups, departments } = preview;
  const say = (count: number, words: string) => (count === 0 ? null : words);
  const empty = [
    groups > 0 ? countOf(groups, "group") : null,
    departments > 0 ? countOf(departments, "department") : null,
  ];
  const made = empty.filter((one) => one !== null).join(" and ");
  return [
    say(
      lacking,
      `${countOf(lacking, "account")} cannot get everything back: a department, service plan or group was deleted since.`,
    ),
    say(
      groups + departments,
      groups + departments === 1
        ? `${made} that it made is empty then and is deleted, too.`
        : `${made} that it made are empty then and are deleted, too.`,
    ),
    say(sessions, `${countOf(sessions, "sign-in")} ${sessions === 1 ? "ends" : "end"}.`),
    say(
      mailsAgain,
      `${countOf(mailsAgain, "welcome mail")} that ${mailsAgain === 1 ? "was" : "were"} held back ${mailsAgain === 1 ? "is" : "are"} sent.`,
    ),
    say(mailsSent, `${countOf(mailsSent, "mail")} sent already cannot be taken back.`),
    "All of it happens, or none of it. It can itself be undone.",
  ]
    .filter((line) => line !== null)
    .join(" ");
}

/** The line beside the button: what happens to how many. */
export function describeChoice(
  { restored, removed, kept, gone }: Pick<UndoPreview, "restored" | "removed" | "kept" | "gone">,
  { rows, only }: Pick<UndoView, "rows" | "only">,
): string {
  const some = rows.length > 0 || only;
  const parts = [
    restored > 0 ? `${countOf(restored, "account")} ${restored === 1 ? "goes" : "go"} back to before` : null,
    removed > 0 ? `${countOf(removed, "account")} ${removed === 1 ? "is" : "are"} removed` : null,
    kept > 0 ? `${countOf(kept, "account")} ${kept === 1 ? "stays" : "stay"} as now` : null,
    gone > 0 ? `${countOf(gone, "account")} ${gone === 1 ? "is" : "are"} gone already` : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return "There is nothing to take back.";
  return `${some ? "Of what is chosen: " : ""}${parts.join(", ")}.`;
}
