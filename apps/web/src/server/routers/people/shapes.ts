/** Shapes that inputs about accounts share. They say what a request may look like; whether it makes sense, use cases say. */
import { adminRoles, bulkLimit } from "@rollcall/accounts";
import { z } from "zod";

/** Ids are numbers of the database, written as text. */
const decimalId = () => z.string().regex(/^\d{1,19}$/);
export const recordId = decimalId();
export const accountId = decimalId();
export const accountIds = z.array(accountId).min(1).max(bulkLimit);
export const adminRole = z.enum(adminRoles);
export const accountSort = z.enum(["name", "email", "department", "status", "created", "lastSeen"]);

export const accountFilters = z.strictObject({
  status: z.enum(["active", "invited", "locked", "disabled"]).optional(),
  role: z.enum(["ADMINISTRATOR", "USER", ...adminRoles]).optional(),
  source: z.enum(["MANUAL", "IMPORTED", "DIRECTORY"]).optional(),
  departmentId: z.union([recordId, z.literal("none")]).optional(),
  groupId: recordId.optional(),
  planId: recordId.optional(),
  importId: recordId.optional(),
});

/** What every list by pages is asked besides its filter. */
export const pageShape = {
  cursor: z.string().max(2000).nullish(),
  limit: z.number().int().min(1).max(200),
  /** written by an infinite query of the client; pages only ever go forward */
  direction: z.literal("forward").optional(),
};

/** The input as a use case takes it: without the client's own words. */
export function toPageInput<
  Input extends { cursor?: string | null | undefined; direction?: "forward" | undefined },
>(input: Input): Omit<Input, "cursor" | "direction"> & { cursor: string | undefined } {
  const { cursor, direction: _, ...rest } = input;
  return { ...rest, cursor: cursor ?? undefined };
}
