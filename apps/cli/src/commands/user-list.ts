/** `rollcall user list`: accounts, page after page, in the order of their names. */
import { listAccounts, type AccountListItem, type Context } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { accountItemView, roleName } from "../output/account-view";
import { aligned } from "../output/aligned";
import { makeSpool } from "../output/spool";
import { writeDocument } from "../output/write-document";

const page = 200;

export const command = defineCommand({
  details: "",
  words: [{ name: "SEARCH", help: "words of names or addresses", required: false }],
  options: {
    status: { kind: "choice", choices: ["active", "invited", "locked", "disabled"], help: "only those" },
    role: { kind: "choice", choices: ["user", "administrator"], help: "only those" },
    limit: {
      kind: "number",
      value: "N",
      min: 1,
      max: 10_000_000,
      help: "at most so many; all when left out",
    },
    ...asOption,
  },
  run: ({ words: [search = ""], options, json, output }) =>
    withHouse(output, options.as, async ({ context }) => {
      const { status, role } = options;
      const found = accounts(context, {
        search: search === "" ? undefined : search,
        filters: {
          ...(status === null ? {} : { status }),
          ...(role === null
            ? {}
            : { role: role === "user" ? ("USER" as const) : ("ADMINISTRATOR" as const) }),
        },
        limit: options.limit ?? Number.POSITIVE_INFINITY,
      });
      if (!json) {
        for await (const items of found) {
          const rows = items.map((item) => [
            item.email,
            item.name,
            roleName(item),
            item.status,
            item.department ?? "",
          ]);
          for (const line of aligned(rows)) await output.line(line);
        }
        return 0;
      }
      const list = makeSpool();
      try {
        for await (const items of found) for (const item of items) await list.add(accountItemView(item));
        await writeDocument(output, { users: { list } });
      } finally {
        await list.close();
      }
      return 0;
    }),
});

async function* accounts(
  context: Context,
  wanted: {
    search: string | undefined;
    filters: Parameters<typeof listAccounts>[1]["filters"];
    limit: number;
  },
): AsyncGenerator<AccountListItem[]> {
  let left = wanted.limit;
  let cursor: string | undefined;
  do {
    const { search, filters } = wanted;
    const { items, nextCursor } = granted(
      await listAccounts(context, { search, filters, cursor, limit: Math.min(page, left) }),
    );
    yield items;
    left -= items.length;
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined && left > 0);
}
