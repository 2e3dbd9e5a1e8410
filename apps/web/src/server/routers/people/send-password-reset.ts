/** `people.sendPasswordReset`: mails somebody a link to choose a new password. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { accountId } from "./shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ accountId });

export const sendPasswordReset = procedure
  .input(Input)
  .mutation(
    async ({ ctx, input }): Promise<void> => void unwrap(await accounts.sendPasswordReset(ctx, input)),
  );
