/** `organisation.domains.create`: a new mail domain of the organisation. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { domainOutput, recipientValidation } from "../outputs";

const Input = z.strictObject({
  name: z.string().max(1000),
  recipientValidation: recipientValidation.optional(),
});

export const create = procedure
  .input(Input)
  .output(domainOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.createDomain(ctx, input)));
