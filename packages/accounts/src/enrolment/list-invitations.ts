/** A page of invitations to enrol, newest first. */
import { findMatchingAccounts, listInvitationRows, type InvitationRow } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { pageSize, readIdCursor, writeCursor } from "../cursors";
import { parseId } from "../ids";
import { parseImportId } from "../imports/import-id";
import { searchWords } from "../people/search-words";
import { done, type Result } from "../result";
import type { InvitationItem, InvitationPage, ListInvitationsInput } from "./types";

const scope = "invitations";
/** A search finds the invitations of this many people at most. */
const mostPeople = 1_000;
const empty: InvitationPage = { items: [], nextCursor: null };

/** A filter by something that does not exist finds nothing. */
export async function listInvitations(
  context: Context,
  input: ListInvitationsInput,
): Promise<Result<InvitationPage>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const before = readIdCursor(scope, input.cursor);
  if (!before.ok) return before;
  const importId = input.importId === undefined ? null : parseImportId(input.importId);
  const accountId = input.accountId === undefined ? null : parseId(input.accountId);
  if (input.importId !== undefined && importId === null) return done(empty);
  if (input.accountId !== undefined && accountId === null) return done(empty);
  const words = searchWords(input.search);
  const found = words === null ? null : await findPeople(context, words);
  const accountIds =
    accountId === null ? found : found === null ? [accountId] : found.filter((id) => id === accountId);
  const size = pageSize(input.limit);
  const rows = await listInvitationRows(context.database, {
    state: input.state ?? null,
    importId,
    accountIds,
    before: before.value,
    limit: size + 1,
  });
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const nextCursor = rows.length > size && last !== undefined ? writeCursor(scope, [String(last.id)]) : null;
  return done({ items: shown.map(toItem), nextCursor });
}

async function findPeople(context: Context, words: string[]): Promise<bigint[]> {
  return words.length === 0 ? [] : findMatchingAccounts(context.database, words, mostPeople);
}

function toItem(row: InvitationRow): InvitationItem {
  const { deviceId, deviceName, devicePlatform } = row;
  return {
    id: String(row.id),
    accountId: String(row.accountId),
    personName: row.personName,
    address: row.email,
    state: row.state,
    importId: row.importId === null ? null : String(row.importId),
    importFileName: row.importFileName,
    invitedBy: row.invitedByName,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    acceptedAt: row.acceptedAt,
    revokedAt: row.revokedAt,
    mail: row.mailState,
    device:
      deviceId === null || deviceName === null || devicePlatform === null
        ? null
        : { id: String(deviceId), name: deviceName, platform: devicePlatform },
  };
}
