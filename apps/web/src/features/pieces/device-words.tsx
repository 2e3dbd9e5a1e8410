/** A device in words: what it is, in what state, and the mark for each. It decides nothing. */
import { Badge, type BadgeProps, type Tone } from "@rollcall/ui";
import { CircleCheck, Laptop, Monitor, Smartphone, Tablet, Trash2, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { DevicePlatform, DeviceState } from "@rollcall/accounts";

export const platforms = {
  IOS: { label: "iPhone", icon: Smartphone },
  IPADOS: { label: "iPad", icon: Tablet },
  MACOS: { label: "Mac", icon: Laptop },
  ANDROID: { label: "Android", icon: Smartphone },
  WINDOWS: { label: "Windows", icon: Monitor },
  LINUX: { label: "Linux", icon: Monitor },
  OTHER: { label: "Other", icon: Smartphone },
} as const satisfies Record<DevicePlatform, { label: string; icon: typeof Smartphone }>;

export const deviceStates = {
  ENROLLED: { label: "Enrolled", tone: "success", icon: <CircleCheck /> },
  LOST: { label: "Lost", tone: "danger", icon: <TriangleAlert /> },
  REMOVED: { label: "Removed", tone: "neutral", icon: <Trash2 /> },
} as const satisfies Record<DeviceState, { label: string; tone: Tone; icon: ReactNode }>;

export function DeviceStateBadge({
  state,
  variant = "soft",
}: { state: DeviceState } & Pick<BadgeProps, "variant">) {
  const { label, tone, icon } = deviceStates[state];
  const look = variant === "plain" && tone === "success" ? "mark" : variant;
  return (
    <Badge tone={tone} icon={icon} variant={look}>
      {label}
    </Badge>
  );
}

export function PlatformIcon({ platform, className }: { platform: DevicePlatform; className?: string }) {
  const Icon = platforms[platform].icon;
  return <Icon className={className} />;
}
