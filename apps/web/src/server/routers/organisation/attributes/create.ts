/** `organisation.attributes.create`: a new attribute. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { attributeOutput } from "../outputs";

const Input = z.strictObject({ name: z.string().max(1000) });

export const create = procedure
  .input(Input)
  .output(attributeOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.createAttribute(ctx, input)));
