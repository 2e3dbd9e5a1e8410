/** `organisation.domains.list`: all mail domains, by name. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { domainOutput } from "../outputs";

export const list = procedure
  .output(z.array(domainOutput))
  .query(async ({ ctx }) => unwrap(await accounts.listDomains(ctx)));
