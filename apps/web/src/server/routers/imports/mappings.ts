/** `imports.mappings`, `imports.saveMapping`, `imports.deleteMapping`: mappings kept under a name, offered again by fingerprint. */
import {
  deleteMapping,
  listMappings,
  mappingSchema,
  saveMapping,
  type SavedMapping,
} from "@rollcall/accounts";
import { z } from "zod";
import { procedure } from "../../trpc/init";
import { unwrap } from "../../trpc/refusal-error";

const savedSchema: z.ZodType<SavedMapping> = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  fingerprint: z.string(),
  mapping: mappingSchema,
  savedBy: z.string(),
  savedAt: z.date(),
});

const fingerprint = z.string().min(1).max(200);

export const mappingProcedures = {
  mappings: procedure
    .input(z.strictObject({ fingerprint: fingerprint.exactOptional() }))
    .output(z.array(savedSchema))
    .query(async ({ ctx, input }) => unwrap(await listMappings(ctx, input))),
  saveMapping: procedure
    .input(z.strictObject({ name: z.string().trim().min(1).max(200), mapping: mappingSchema, fingerprint }))
    .output(savedSchema)
    .mutation(async ({ ctx, input }) => unwrap(await saveMapping(ctx, input))),
  deleteMapping: procedure
    .input(z.strictObject({ mappingId: z.string().min(1).max(24) }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => unwrap(await deleteMapping(ctx, input))),
};
