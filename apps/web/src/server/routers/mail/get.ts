/** `mail.get`: one message, and what it says when that may be read. */
import * as accounts from "@rollcall/accounts";
import type { MessageDetails } from "@rollcall/accounts";
import { z } from "zod";
import { recordId } from "../people/shapes";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({ messageId: recordId });

export const get = procedure
  .input(Input)
  .query(async ({ ctx, input }): Promise<MessageDetails> => unwrap(await accounts.getMessage(ctx, input)));
