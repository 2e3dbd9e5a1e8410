/** What taking an import back would do, a sentence a heap; nothing of nought. Pure. */
import type { UndoPreview } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";

export function describeUndo(preview: Omit<UndoPreview, "fingerprint">): string[] {
  const { restored, removed, kept, gone, mailsSent, sessions, groups, departments } = preview;
  const say = (count: number, words: string) => (count === 0 ? null : words);
  const lines = [
    say(
      restored,
      `${countOf(restored, "account")} ${restored === 1 ? "goes" : "go"} back to what was there before.`,
    ),
    say(removed, `${countOf(removed, "account")} that it made ${removed === 1 ? "is" : "are"} removed.`),
    say(
      kept,
      `${countOf(kept, "account")} ${kept === 1 ? "stays" : "stay"} as now: somebody changed ${kept === 1 ? "it" : "them"} since.`,
    ),
    say(gone, `${countOf(gone, "account")} ${gone === 1 ? "is" : "are"} gone already.`),
    say(groups, `${countOf(groups, "group")} that it made and nobody uses ${groups === 1 ? "goes" : "go"}.`),
    say(
      departments,
      `${countOf(departments, "department")} that it made and nobody uses ${departments === 1 ? "goes" : "go"}.`,
    ),
    say(sessions, `${countOf(sessions, "sign-in")} ${sessions === 1 ? "ends" : "end"}.`),
    say(mailsSent, `${countOf(mailsSent, "mail")} sent already cannot be taken back.`),
  ].filter((line) => line !== null);
  return lines.length === 0 ? ["There is nothing to take back."] : lines;
}
