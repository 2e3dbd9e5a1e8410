/** `enrolment.devices.counts`: how many devices there are of each platform. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { deviceCountsOutput } from "../outputs";

export const counts = procedure
  .output(deviceCountsOutput)
  .query(async ({ ctx }) => unwrap(await accounts.deviceCounts(ctx)));
