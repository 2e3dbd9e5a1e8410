/**
 * What use cases of enrolment take and give: plain data that crosses tRPC and the CLI unchanged. Ids are strings here.
 */
import type { MessageState } from "../mail/types";

export const devicePlatforms = [
  "IOS",
  "IPADOS",
  "MACOS",
  "ANDROID",
  "WINDOWS",
  "LINUX",
  "OTHER",
] as const satisfies readonly string[];

export type DevicePlatform = (typeof devicePlatforms)[number];
export type DeviceState = "ENROLLED" | "LOST" | "REMOVED";
export type InvitationState = "pending" | "accepted" | "expired" | "revoked";

/** A policy as people read it. */
export interface PolicyWords {
  name: string;
  /** one sentence each */
  rules: string[];
}

export interface InviteResult {
  invited: number;
  /** not invited: lists, accounts that may not sign in, have a pending invitation, or a role above the inviter's */
  skipped: number;
}

export interface ListInvitationsInput {
  state?: InvitationState | undefined;
  importId?: string | undefined;
  accountId?: string | undefined;
  /** words of the person's name or address */
  search?: string | undefined;
  cursor?: string | undefined;
  /** 1 to 200 */
  limit: number;
}

export interface InvitationItem {
  id: string;
  accountId: string;
  personName: string;
  address: string;
  state: InvitationState;
  importId: string | null;
  importFileName: string | null;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  /** of its newest mail */
  mail: MessageState | null;
  device: { id: string; name: string; platform: DevicePlatform } | null;
}

export interface InvitationPage {
  /** newest first */
  items: InvitationItem[];
  nextCursor: string | null;
}

/** What the page behind an invitation's link may show before anything is done. */
export interface InvitationLink {
  personName: string;
  address: string;
  organisation: string;
  /** full name of who invited; null for the system */
  invitedBy: string | null;
  /** the account has no password yet, and enrolling sets the first one */
  needsPassword: boolean;
  passwordMinLength: number;
  /** what will hold for the device; null when no policy applies */
  policy: PolicyWords | null;
  expiresAt: Date;
  /** recognised from the caller's browser and `touchPoints` */
  platform: DevicePlatform;
}

export interface AcceptInvitationInput {
  token: string;
  /** asked for when `needsPassword`; looked at only then */
  password: string | null;
  /** 1 to 100 characters */
  deviceName: string;
  platform: DevicePlatform;
  userAgent: string | null;
}

export interface Enrolled {
  deviceId: string;
  deviceName: string;
  /** the address to sign in with */
  address: string;
  /** false: the password is the one the person had */
  passwordSet: boolean;
  policy: PolicyWords | null;
}

/** A device as its owner sees it. */
export interface MyDevice {
  id: string;
  name: string;
  platform: DevicePlatform;
  platformName: string;
  state: DeviceState;
  policy: PolicyWords | null;
  enrolledAt: Date;
  lastSeenAt: Date | null;
}

export interface ListDevicesInput {
  accountId?: string | undefined;
  platform?: DevicePlatform | undefined;
  state?: DeviceState | undefined;
  /** part of the device's name, or words of its owner's name or address */
  search?: string | undefined;
  cursor?: string | undefined;
  /** 1 to 200 */
  limit: number;
}

export interface DeviceItem extends MyDevice {
  accountId: string;
  personName: string;
  address: string;
  userAgent: string | null;
  removedAt: Date | null;
  may: { remove: boolean; markLost: boolean };
}

export interface DevicePage {
  /** newest first */
  items: DeviceItem[];
  nextCursor: string | null;
}

export interface DeviceCounts {
  /** enrolled ones, by platform; what nobody has is 0 */
  platforms: Record<DevicePlatform, number>;
  lost: number;
}
