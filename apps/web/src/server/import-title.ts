/** What the tab of an import is called: its file's name, so that several can be told apart. */
import "server-only";
import { getImport } from "@rollcall/accounts";
import { requestContext } from "./context";

/** "Import" for one that is not there or that this person may not see. */
export async function importTitle(importId: string): Promise<string> {
  const record = await getImport(await requestContext(), { importId });
  return record.ok ? record.value.fileName : "Import";
}
