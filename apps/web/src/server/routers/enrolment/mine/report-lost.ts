/** `enrolment.mine.reportLost`: reports one's own device as lost. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { recordId } from "../../people/shapes";

const Input = z.strictObject({ deviceId: recordId });

export const reportLost = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.reportMyDeviceLost(ctx, input));
  });
