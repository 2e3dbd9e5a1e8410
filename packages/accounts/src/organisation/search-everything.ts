/** The few best hits of every kind for the command menu, as somebody types. */
import { findImportHits, findNamedHits } from "@rollcall/db";
import { nameKey } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import { may } from "../access/permissions";
import type { Context } from "../context";
import { withoutControls } from "../people/check-fields";
import { listAccounts } from "../people/list-accounts";
import { done, type Result } from "../result";
import type { SearchHit } from "./types";

const people = 6;
const others = 4;

/** People first. Imports only for those who may see them. An empty query finds nothing. */
export async function searchEverything(
  context: Context,
  input: { query: string },
): Promise<Result<SearchHit[]>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  const query = withoutControls(input.query).trim().slice(0, 200);
  const key = nameKey(query);
  if (key === "") return done([]);
  const { database } = context;
  const [accounts, groups, departments, imports] = await Promise.all([
    listAccounts(context, { search: query, limit: people, partial: true }),
    findNamedHits(database, "group", key, others),
    findNamedHits(database, "department", key, others),
    may(gate.value, "imports.read") ? findImportHits(database, query, others) : [],
  ]);
  if (!accounts.ok) return accounts;
  return done([
    ...accounts.value.items.map((one): SearchHit => ({
      kind: "account",
      id: one.id,
      title: one.name,
      detail: one.email,
    })),
    ...groups.map((one): SearchHit => ({ kind: "group", id: String(one.id), title: one.name, detail: null })),
    ...departments.map((one): SearchHit => ({
      kind: "department",
      id: String(one.id),
      title: one.name,
      detail: null,
    })),
    ...imports.map((one): SearchHit => ({
      kind: "import",
      id: String(one.id),
      title: one.name,
      detail: one.createdAt.toISOString(),
    })),
  ]);
}
