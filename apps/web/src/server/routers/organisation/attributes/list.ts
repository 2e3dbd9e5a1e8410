/** `organisation.attributes.list`: all attributes, by name. */
import * as accounts from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../../trpc/init";
import { unwrap } from "../../../trpc/refusal-error";
import { attributeOutput } from "../outputs";

export const list = procedure
  .output(z.array(attributeOutput))
  .query(async ({ ctx }) => unwrap(await accounts.listAttributes(ctx)));
