/** `organisation.updateSettings`: changes what is given; every value is judged by the use case. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const Input = z.strictObject({
  "organisation.name": z.string().max(1000).optional(),
  "organisation.supportAddress": z.string().max(400).nullish(),
  "organisation.timeZone": z.string().max(100).optional(),
  "password.minLength": z.number().optional(),
  "password.required": z.boolean().optional(),
  "session.administratorHours": z.number().optional(),
  "session.userHours": z.number().optional(),
  "session.administratorIdleMinutes": z.number().optional(),
  "session.userIdleMinutes": z.number().optional(),
  "link.setPasswordHours": z.number().optional(),
  "link.resetPasswordMinutes": z.number().optional(),
  "imports.keepRowsDays": z.number().optional(),
  "guard.changedShare": z.number().optional(),
  "guard.changedAccounts": z.number().optional(),
  "guard.removals": z.number().optional(),
  "guard.administrators": z.boolean().optional(),
});

export const updateSettings = procedure
  .input(Input)
  .output(z.void())
  .mutation(async ({ ctx, input }) => {
    unwrap(await accounts.updateSettings(ctx, { values: input }));
  });
