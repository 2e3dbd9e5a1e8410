/** What procedures of enrolment answer with, declared. The types are those of the accounts package. */
import {
  devicePlatforms,
  type DeviceCounts,
  type DevicePage,
  type Enrolled,
  type InvitationLink,
  type InvitationPage,
  type InviteResult,
  type MyDevice,
} from "@rollcall/accounts";
import { z } from "zod";
import { messageState } from "../mail/outputs";

export const devicePlatform = z.enum(devicePlatforms);
export const deviceState = z.enum(["ENROLLED", "LOST", "REMOVED"]);
export const invitationState = z.enum(["pending", "accepted", "expired", "revoked"]);

const policyWords = z.object({ name: z.string(), rules: z.array(z.string()) });
const text = z.string().nullable();

export const inviteOutput: z.ZodType<InviteResult> = z.object({ invited: z.number(), skipped: z.number() });

export const invitationPageOutput: z.ZodType<InvitationPage> = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      accountId: z.string(),
      personName: z.string(),
      address: z.string(),
      state: invitationState,
      importId: text,
      importFileName: text,
      invitedBy: text,
      createdAt: z.date(),
      expiresAt: z.date(),
      acceptedAt: z.date().nullable(),
      revokedAt: z.date().nullable(),
      mail: messageState.nullable(),
      device: z.object({ id: z.string(), name: z.string(), platform: devicePlatform }).nullable(),
    }),
  ),
  nextCursor: text,
});

const myDevice = z.object({
  id: z.string(),
  name: z.string(),
  platform: devicePlatform,
  platformName: z.string(),
  state: deviceState,
  policy: policyWords.nullable(),
  enrolledAt: z.date(),
  lastSeenAt: z.date().nullable(),
});

export const myDevicesOutput: z.ZodType<MyDevice[]> = z.array(myDevice);

export const devicePageOutput: z.ZodType<DevicePage> = z.object({
  items: z.array(
    myDevice.extend({
      accountId: z.string(),
      personName: z.string(),
      address: z.string(),
      userAgent: text,
      removedAt: z.date().nullable(),
      may: z.object({ remove: z.boolean(), markLost: z.boolean() }),
    }),
  ),
  nextCursor: text,
});

export const deviceCountsOutput: z.ZodType<DeviceCounts> = z.object({
  platforms: z.record(devicePlatform, z.number()),
  lost: z.number(),
});

export const invitationLinkOutput: z.ZodType<InvitationLink> = z.object({
  personName: z.string(),
  address: z.string(),
  organisation: z.string(),
  invitedBy: text,
  needsPassword: z.boolean(),
  passwordMinLength: z.number(),
  policy: policyWords.nullable(),
  expiresAt: z.date(),
  platform: devicePlatform,
});

export const enrolledOutput: z.ZodType<Enrolled> = z.object({
  deviceId: z.string(),
  deviceName: z.string(),
  address: z.string(),
  passwordSet: z.boolean(),
  policy: policyWords.nullable(),
});
