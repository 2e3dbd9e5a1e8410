/** `mail.retry`: hands a failed message over once more. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";

const Input = z.strictObject({ messageId: recordId });

export const retry = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.retryMessage(ctx, input));
  });
