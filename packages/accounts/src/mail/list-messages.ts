/** A page of the organisation's outgoing mail, newest first, and how many there are of each state. */
import { countMessagesByState, findMatchingAccounts, listMessageRows } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { pageSize, readIdCursor, writeCursor } from "../cursors";
import { parseId } from "../ids";
import { holdFigures } from "../organisation/hold-figures";
import { withoutControls } from "../people/check-fields";
import { searchWords } from "../people/search-words";
import { done, type Result } from "../result";
import { toMessageItem } from "./to-message-item";
import type { ListMessagesInput, MailSummary, MessagePage } from "./types";

const scope = "messages";
/** A search finds the mail of this many people at most. */
const mostPeople = 1_000;
const empty: MessagePage = { items: [], nextCursor: null };

/** A filter by something that does not exist finds nothing. */
export async function listMessages(context: Context, input: ListMessagesInput): Promise<Result<MessagePage>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const before = readIdCursor(scope, input.cursor);
  if (!before.ok) return before;
  const importId = input.importId === undefined ? null : parseId(input.importId);
  const accountId = input.accountId === undefined ? null : parseId(input.accountId);
  if (input.importId !== undefined && importId === null) return done(empty);
  if (input.accountId !== undefined && accountId === null) return done(empty);
  const words = searchWords(input.search);
  const found = words === null ? null : await findPeople(context, words);
  const accountIds =
    accountId === null ? found : found === null ? [accountId] : found.filter((id) => id === accountId);
  const size = pageSize(input.limit);
  const rows = await listMessageRows(context.database, {
    state: input.state ?? null,
    importId,
    accountIds,
    address: words === null || accountId !== null ? null : addressOf(input.search),
    before: before.value,
    limit: size + 1,
  });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const nextCursor = rows.length > size && last !== undefined ? writeCursor(scope, [String(last.id)]) : null;
  return done({ items: shown.map(toMessageItem), nextCursor });
}

/** Null where nothing is left of what was typed: without an address are only mails whose readers were removed. */
function addressOf(search: string | undefined): string | null {
  const address = withoutControls(search ?? "").trim();
  return address === "" ? null : address;
}

async function findPeople(context: Context, words: string[]): Promise<bigint[]> {
  return words.length === 0 ? [] : findMatchingAccounts(context.database, words, mostPeople);
}

/** For the Mail page's tabs; of a large organisation they may be some seconds old. */
export async function mailSummary(context: Context): Promise<Result<MailSummary>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const { database } = context;
  return done(await holdFigures(database, "mail by state", () => countMessagesByState(database)));
}
