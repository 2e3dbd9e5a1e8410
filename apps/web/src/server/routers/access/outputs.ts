/**
 * What procedures of access answer with, declared: nothing that a use case adds for itself leaves the server. The types
 * are those of the accounts package; the compiler holds one to the other.
 */
import { adminRoles, type Me, type PasswordLink, type SessionView } from "@rollcall/accounts";
import { z } from "zod";

export const role = z.enum(["ADMINISTRATOR", "USER"]);
export const adminRole = z.enum(adminRoles);

export const meOutput: z.ZodType<Me> = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  adminRole: adminRole.nullable(),
  organisation: z.string(),
  permissions: z.array(
    z.enum([
      "own",
      "console.read",
      "accounts.write",
      "accounts.help",
      "invitations.write",
      "devices.write",
      "imports.read",
      "imports.run",
      "settings.write",
    ]),
  ),
  mustChangePassword: z.boolean(),
  groups: z.array(z.string()),
  department: z.string().nullable(),
  passwordChangedAt: z.date().nullable(),
  hasPassword: z.boolean(),
  passwordMinLength: z.number(),
});

export const passwordLinkOutput: z.ZodType<PasswordLink> = z.object({
  email: z.string(),
  name: z.string(),
  purpose: z.enum(["welcome", "reset"]),
  expiresAt: z.date(),
  organisation: z.string(),
  passwordMinLength: z.number(),
});

export const setUpLinkOutput = z.object({ expiresAt: z.date(), passwordMinLength: z.number() });

export const sessionsOutput: z.ZodType<SessionView[]> = z.array(
  z.object({
    id: z.string(),
    createdAt: z.date(),
    lastSeenAt: z.date(),
    expiresAt: z.date(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  }),
);
