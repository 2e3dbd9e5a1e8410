/** `access.endMySession`: signs one other browser out. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ sessionId: z.uuid() });

export const endMySession = procedure
  .input(Input)
  .mutation(async ({ ctx, input }): Promise<void> => void unwrap(await accounts.endMySession(ctx, input)));
