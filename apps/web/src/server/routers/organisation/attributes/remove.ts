/** `organisation.attributes.remove`: deletes an attribute with all its values. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ attributeId: recordId });

export const remove = procedure
  .input(Input)
  .output(z.object({ accounts: z.number() }))
  .mutation(async ({ ctx, input }) => unwrap(await accounts.deleteAttribute(ctx, input)));
