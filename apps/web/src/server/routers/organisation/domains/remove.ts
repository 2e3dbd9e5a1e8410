/** `organisation.domains.remove`: deletes a mail domain and mails its hosted users to the caller. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ domainId: recordId });

export const remove = procedure
  .input(Input)
  .output(z.object({ accounts: z.number(), mailedTo: z.string().nullable() }))
  .mutation(async ({ ctx, input }) => unwrap(await accounts.deleteDomain(ctx, input)));
