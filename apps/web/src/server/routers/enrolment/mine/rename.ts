/** `enrolment.mine.rename`: gives one's own device another name. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ deviceId: recordId, name: z.string().max(400) });

export const rename = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.renameMyDevice(ctx, input));
  });
