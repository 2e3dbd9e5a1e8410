/** Groups: listed, looked at, made, renamed, deleted. Who is in one is changed in people/group-members.ts. */
import type { NamedRow } from "@rollcall/db";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { createOne, deleteOne, getOne, listAll, renameOne } from "./named";
import type { GroupDetails, GroupListItem, ListNamedInput, NamedPage } from "./types";

/** By name, or largest first. */
export async function listGroups(
  context: Context,
  input: ListNamedInput,
): Promise<Result<NamedPage<GroupListItem>>> {
  const found = await listAll(context, "group", input);
  return found.ok ? done({ ...found.value, items: found.value.items.map(toGroup) }) : found;
}

/** Refuses `not-found`. */
export async function getGroup(context: Context, input: { groupId: string }): Promise<Result<GroupDetails>> {
  const found = await getOne(context, "group", input.groupId);
  if (!found.ok) return found;
  const { row, ...rest } = found.value;
  return done({ ...toGroup(row), ...rest });
}

/** Refuses `name-taken` and `invalid`. */
export async function createGroup(
  context: Context,
  input: { name: string; description?: string | null | undefined },
): Promise<Result<GroupListItem>> {
  const made = await createOne(context, "group", input);
  return made.ok ? done(toGroup(made.value)) : made;
}

/** Also changes the description, where it is given. Refuses `name-taken`, `not-found` and `invalid`. */
export async function renameGroup(
  context: Context,
  input: { groupId: string; name: string; description?: string | null | undefined },
): Promise<Result<null>> {
  return renameOne(context, "group", input.groupId, input);
}

/** Its members stay. */
export async function deleteGroup(
  context: Context,
  input: { groupId: string },
): Promise<Result<{ members: number }>> {
  return deleteOne(context, "group", input.groupId);
}

function toGroup(row: NamedRow): GroupListItem {
  return {
    id: String(row.id),
    name: row.name,
    description: row.description,
    members: row.members,
    policy: row.policy,
    createdAt: row.createdAt,
    importId: row.importId === null ? null : String(row.importId),
  };
}
