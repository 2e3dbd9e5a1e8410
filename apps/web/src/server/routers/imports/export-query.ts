/** What an export is asked with, by a procedure as an object and by a link as its query. */
import { adminRoles } from "@rollcall/accounts";
import { z } from "zod";

const id = z.string().min(1).max(24);

export const exportQuerySchema = z.strictObject({
  format: z.string().max(60),
  search: z.string().max(400).exactOptional(),
  filters: z
    .strictObject({
      status: z.enum(["active", "invited", "locked", "disabled"]).exactOptional(),
      role: z.enum(["ADMINISTRATOR", "USER", ...adminRoles]).exactOptional(),
      source: z.enum(["MANUAL", "IMPORTED", "DIRECTORY"]).exactOptional(),
      departmentId: id.exactOptional(),
      groupId: id.exactOptional(),
      planId: id.exactOptional(),
      importId: id.exactOptional(),
    })
    .exactOptional(),
  group: z.string().max(200).nullable().exactOptional(),
  domain: z.string().max(254).nullable().exactOptional(),
  fileName: z.string().max(255).nullable().exactOptional(),
});

const filterNames = ["status", "role", "source", "departmentId", "groupId", "planId", "importId"] as const;

/** `?format=…&search=…&status=…&domain=…&kind=xlsx`; what is not there is not asked. */
export function readExportQuery(asked: URLSearchParams): z.infer<typeof exportQuerySchema> | null {
  const given = (name: string): Record<string, string> => {
    const value = asked.get(name) ?? "";
    return value === "" ? {} : { [name]: value };
  };
  const format = asked.get("format") ?? "hosted-users";
  const kind = asked.get("kind") ?? "csv";
  const parsed = exportQuerySchema.safeParse({
    format,
    ...given("search"),
    ...given("group"),
    ...given("domain"),
    filters: Object.assign({}, ...filterNames.map(given)) as object,
    ...(kind === "xlsx" || kind === "xls" ? { fileName: `${format}.${kind}` } : {}),
  });
  return parsed.success ? parsed.data : null;
}
