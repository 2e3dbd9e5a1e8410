/** `enrolment.mine.remove`: removes one's own device. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ deviceId: recordId });

export const remove = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.removeMyDevice(ctx, input));
  });
