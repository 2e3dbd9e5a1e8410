/** `mail.get`: one message, and what it says when that may be read. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";
import { recordId } from "../people/shapes";
import { messageOutput } from "./outputs";

const Input = z.strictObject({ messageId: recordId });

export const get = procedure
  .input(Input)
  .output(messageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.getMessage(ctx, input)));
