/** `enrolment.link.accept`: enrols the device that asks, which uses the link up. The browser says what it is in its header. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { devicePlatform, enrolledOutput } from "../outputs";

const Input = z.strictObject({
  token: z.string().min(1).max(200),
  password: z.string().max(4096).nullable(),
  deviceName: z.string().max(400),
  platform: devicePlatform,
});

export const accept = procedure
  .input(Input)
  .output(enrolledOutput)
  .mutation(async ({ ctx, input }) =>
    unwrap(await accounts.acceptInvitation(ctx, { ...input, userAgent: ctx.userAgent })),
  );
