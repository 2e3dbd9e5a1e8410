/** The state of an outgoing mail in one word with its mark, and what it means. */
import { Badge, type BadgeProps, type Tone } from "@rollcall/ui";
import { Ban, CircleCheck, CircleHelp, CircleX, Clock, RotateCw } from "lucide-react";
import type { MessageState } from "@rollcall/accounts";
import type { ReactNode } from "react";

export const messageStates = {
  QUEUED: { label: "Waiting", tone: "neutral", icon: <Clock />, meaning: "It is sent within a few seconds." },
  RETRYING: {
    label: "Retrying",
    tone: "warning",
    icon: <RotateCw />,
    meaning: "The mail server did not take it yet. It is tried again by itself.",
  },
  SENT: { label: "Sent", tone: "success", icon: <CircleCheck />, meaning: "The mail server took it." },
  FAILED: {
    label: "Failed",
    tone: "danger",
    icon: <CircleX />,
    meaning:
      "The mail server refused it for good. Correct the address or the mail settings, then send it again.",
  },
  UNKNOWN: {
    label: "Unknown",
    tone: "warning",
    icon: <CircleHelp />,
    meaning:
      "There was no clear answer for 23 hours. It may have arrived, so it is not sent again by itself; you can do so.",
  },
  CANCELLED: {
    label: "Not sent",
    tone: "neutral",
    icon: <Ban />,
    meaning: "It no longer made sense: the account was deleted, or a newer mail took its place.",
  },
} as const satisfies Record<MessageState, { label: string; tone: Tone; icon: ReactNode; meaning: string }>;

export interface MessageStateBadgeProps extends Pick<BadgeProps, "variant"> {
  state: MessageState;
}

export function MessageStateBadge({ state, variant = "soft" }: MessageStateBadgeProps) {
  const { label, tone, icon } = messageStates[state];
  const look = variant === "plain" && tone === "success" ? "mark" : variant;
  return (
    <Badge tone={tone} icon={icon} variant={look}>
      {label}
    </Badge>
  );
}
