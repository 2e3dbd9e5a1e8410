/** `enrolment.mine.devices`: what one has enrolled and not removed. */
import * as accounts from "@rollcall/accounts";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { myDevicesOutput } from "../outputs";

export const devices = procedure
  .output(myDevicesOutput)
  .query(async ({ ctx }) => unwrap(await accounts.listMyDevices(ctx)));
