/** `organisation.domains.update`: which mail a domain takes. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";
import { domainOutput, recipientValidation } from "../outputs";

const Input = z.strictObject({ domainId: recordId, recipientValidation });

export const update = procedure
  .input(Input)
  .output(domainOutput)
  .mutation(async ({ ctx, input }) => unwrap(await accounts.updateDomain(ctx, input)));
