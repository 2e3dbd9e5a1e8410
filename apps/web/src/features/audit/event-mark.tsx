/** The mark of an audit event in a history: what kind of thing happened, at a glance. The words say the rest. */
import type { Tone } from "@rollcall/ui";
import {
  Building2,
  Download,
  FileUp,
  FolderTree,
  Globe,
  KeyRound,
  Layers,
  Lock,
  LockOpen,
  LogIn,
  LogOut,
  Mail,
  MailOpen,
  Pencil,
  Plus,
  ShieldCheck,
  SlidersHorizontal,
  Smartphone,
  Tags,
  Trash2,
  type LucideIcon,
} from "lucide-react";
import type { AuditAction } from "@rollcall/accounts";

interface Mark {
  icon: LucideIcon;
  tone: Tone;
}

const exact: Partial<Record<AuditAction, Mark>> = {
  "account.created": { icon: Plus, tone: "success" },
  "account.updated": { icon: Pencil, tone: "info" },
  "account.deleted": { icon: Trash2, tone: "danger" },
  "account.locked": { icon: Lock, tone: "warning" },
  "account.unlocked": { icon: LockOpen, tone: "neutral" },
  "role.changed": { icon: ShieldCheck, tone: "info" },
  "session.started": { icon: LogIn, tone: "neutral" },
  "session.ended": { icon: LogOut, tone: "neutral" },
  "sign-in.failed": { icon: LogIn, tone: "warning" },
  "accounts.exported": { icon: Download, tone: "neutral" },
  "audit.exported": { icon: Download, tone: "neutral" },
};

const families: Record<string, Mark> = {
  account: { icon: Pencil, tone: "neutral" },
  membership: { icon: FolderTree, tone: "neutral" },
  password: { icon: KeyRound, tone: "neutral" },
  welcome: { icon: Mail, tone: "neutral" },
  message: { icon: Mail, tone: "neutral" },
  mail: { icon: Mail, tone: "neutral" },
  group: { icon: FolderTree, tone: "neutral" },
  department: { icon: Building2, tone: "neutral" },
  device: { icon: Smartphone, tone: "neutral" },
  invitation: { icon: MailOpen, tone: "neutral" },
  policy: { icon: ShieldCheck, tone: "neutral" },
  plan: { icon: Layers, tone: "neutral" },
  attribute: { icon: Tags, tone: "neutral" },
  domain: { icon: Globe, tone: "neutral" },
  import: { icon: FileUp, tone: "info" },
};

export function eventMark(action: AuditAction): Mark {
  return (
    exact[action] ?? families[action.split(".", 1)[0] ?? ""] ?? { icon: SlidersHorizontal, tone: "neutral" }
  );
}
