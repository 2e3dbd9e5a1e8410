/** Departments: listed, looked at, made, renamed, deleted. Who is in one is a field of the account. */
import type { NamedRow } from "@rollcall/db";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { createOne, deleteOne, getOne, listAll, renameOne } from "./named";
import type { DepartmentDetails, DepartmentListItem, ListNamedInput, NamedPage } from "./types";

/** By name, or largest first. */
export async function listDepartments(
  context: Context,
  input: ListNamedInput,
): Promise<Result<NamedPage<DepartmentListItem>>> {
  const found = await listAll(context, "department", input);
  return found.ok ? done({ ...found.value, items: found.value.items.map(toDepartment) }) : found;
}

/** Refuses `not-found`. */
export async function getDepartment(
  context: Context,
  input: { departmentId: string },
): Promise<Result<DepartmentDetails>> {
  const found = await getOne(context, "department", input.departmentId);
  if (!found.ok) return found;
  const { row, ...rest } = found.value;
  return done({ ...toDepartment(row), ...rest });
}

/** Refuses `name-taken` and `invalid`. */
export async function createDepartment(
  context: Context,
  input: { name: string },
): Promise<Result<DepartmentListItem>> {
  const made = await createOne(context, "department", input);
  return made.ok ? done(toDepartment(made.value)) : made;
}

/** Refuses `name-taken`, `not-found` and `invalid`. */
export async function renameDepartment(
  context: Context,
  input: { departmentId: string; name: string },
): Promise<Result<null>> {
  return renameOne(context, "department", input.departmentId, { name: input.name });
}

/** Its members stay, without a department. */
export async function deleteDepartment(
  context: Context,
  input: { departmentId: string },
): Promise<Result<{ members: number }>> {
  return deleteOne(context, "department", input.departmentId);
}

function toDepartment(row: NamedRow): DepartmentListItem {
  return {
    id: String(row.id),
    name: row.name,
    members: row.members,
    createdAt: row.createdAt,
    importId: row.importId === null ? null : String(row.importId),
  };
}
