/** `organisation.evidenceKey`: the public key by which this installation's evidence bundles are known. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

export const evidenceKey = procedure
  .output(z.object({ publicKey: z.string(), fingerprint: z.string() }))
  .query(async ({ ctx }) => unwrap(await accounts.evidenceKey(ctx)));
