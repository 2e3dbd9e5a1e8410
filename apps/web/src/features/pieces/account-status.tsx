/** The state of an account in one word with its mark. */
import { Badge, type BadgeProps, type Tone } from "@rollcall/ui";
import { Ban, CircleCheck, Lock, MailOpen } from "lucide-react";
import type { AccountStatus } from "@rollcall/accounts";
import type { ReactNode } from "react";

export const accountStatuses = {
  active: { label: "Active", tone: "success", icon: <CircleCheck /> },
  invited: { label: "Invited", tone: "neutral", icon: <MailOpen /> },
  locked: { label: "Locked", tone: "warning", icon: <Lock /> },
  disabled: { label: "Disabled", tone: "neutral", icon: <Ban /> },
} as const satisfies Record<AccountStatus, { label: string; tone: Tone; icon: ReactNode }>;

export interface AccountStatusBadgeProps extends Pick<BadgeProps, "variant"> {
  status: AccountStatus;
}

export function AccountStatusBadge({ status, variant = "soft" }: AccountStatusBadgeProps) {
  const { label, tone, icon } = accountStatuses[status];
  // In a table a good state is only marked; one that needs a person colours its word too.
  const look = variant === "plain" && tone === "success" ? "mark" : variant;
  return (
    <Badge tone={tone} icon={icon} variant={look}>
      {label}
    </Badge>
  );
}
