/** The state of an invitation in one word with its mark. */
import { Badge, type BadgeProps, type Tone } from "@rollcall/ui";
import { Ban, CircleCheck, Clock, TimerOff } from "lucide-react";
import type { ReactNode } from "react";
import type { InvitationState } from "@rollcall/accounts";

export const invitationStates = {
  pending: { label: "Pending", tone: "neutral", icon: <Clock /> },
  accepted: { label: "Accepted", tone: "success", icon: <CircleCheck /> },
  expired: { label: "Expired", tone: "warning", icon: <TimerOff /> },
  revoked: { label: "Revoked", tone: "neutral", icon: <Ban /> },
} as const satisfies Record<InvitationState, { label: string; tone: Tone; icon: ReactNode }>;

export function InvitationStateBadge({
  state,
  variant = "soft",
}: { state: InvitationState } & Pick<BadgeProps, "variant">) {
  const { label, tone, icon } = invitationStates[state];
  const look = variant === "plain" && tone === "success" ? "mark" : variant;
  return (
    <Badge tone={tone} icon={icon} variant={look}>
      {label}
    </Badge>
  );
}
