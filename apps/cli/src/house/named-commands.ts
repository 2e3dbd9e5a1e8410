/** The commands of things that have little more than a name: groups and departments. */
import type { Context, ListNamedInput, NamedPage, Result } from "@rollcall/accounts";
import { defineCommand, type Command } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { aligned } from "../output/aligned";
import { count } from "../output/words";
import { granted } from "./granted";
import { withHouse } from "./open-house";

interface Named {
  id: string;
  name: string;
  members: number;
}

/** `plural`: the member of the JSON document, "groups". */
export function listCommand<T extends Named>(
  plural: string,
  list: (context: Context, input: ListNamedInput) => Promise<Result<NamedPage<T>>>,
): Command {
  return defineCommand({
    details: "",
    words: [{ name: "SEARCH", help: "part of the name", required: false }],
    options: { ...asOption },
    run: ({ words: [search = ""], options, json, output }) =>
      withHouse(output, options.as, async ({ context }) => {
        const items: T[] = [];
        let cursor: string | undefined;
        do {
          const page = granted(
            await list(context, { ...(search === "" ? {} : { search }), cursor, limit: 200 }),
          );
          items.push(...page.items);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        if (json) await output.json({ [plural]: items });
        else if (items.length === 0) await output.line(`There are no ${plural}.`);
        else
          for (const line of aligned(items.map((item) => [item.name, count(item.members, "account")])))
            await output.line(line);
        return 0;
      }),
  });
}

/** `singular`: the member of the JSON document, "group". */
export function createCommand<T extends Named>(
  singular: string,
  create: (context: Context, input: { name: string }) => Promise<Result<T>>,
): Command {
  return defineCommand({
    details: "",
    words: [{ name: "NAME", help: `of the new ${singular}`, required: true }],
    options: { ...asOption },
    run: ({ words: [name = ""], options, json, output }) =>
      withHouse(output, options.as, async ({ context }) => {
        const made = granted(await create(context, { name }));
        if (json) await output.json({ [singular]: made });
        else await output.line(`Created the ${singular} ${made.name}.`);
        return 0;
      }),
  });
}
