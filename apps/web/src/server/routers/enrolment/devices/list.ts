/** `enrolment.devices.list`: a page of devices, newest first. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { pageShape, recordId, toPageInput } from "../../people/shapes";
import { devicePageOutput, devicePlatform, deviceState } from "../outputs";

const Input = z.strictObject({
  accountId: recordId.optional(),
  platform: devicePlatform.optional(),
  state: deviceState.optional(),
  search: z.string().max(400).optional(),
  ...pageShape,
});

export const list = procedure
  .input(Input)
  .output(devicePageOutput)
  .query(async ({ ctx, input }) => unwrap(await accounts.listDevices(ctx, toPageInput(input))));
