/** `organisation.attributes.update`: another name for an attribute; values stay. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";
import { attributeOutput } from "../outputs";

const Input = z.strictObject({ attributeId: recordId, name: z.string().max(1000) });

export const update = procedure
  .input(Input)
  .output(attributeOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.renameAttribute(ctx, input)));
