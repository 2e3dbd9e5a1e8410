"use client";
/** Where an import stands, as a word with its mark. */
import type { ImportRecord, ImportStatus } from "@rollcall/accounts";
import { Badge, type Tone } from "@rollcall/ui";
import {
  CircleCheck,
  CircleSlash,
  CircleX,
  LoaderCircle,
  ScanSearch,
  TriangleAlert,
  Undo2,
  Upload,
  type LucideIcon,
} from "lucide-react";

interface StatusWords {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

const words = {
  UPLOADING: { label: "Uploading", tone: "info", icon: Upload },
  STAGED: { label: "Checking", tone: "info", icon: LoaderCircle },
  READY: { label: "To review", tone: "warning", icon: ScanSearch },
  COMMITTING: { label: "Creating", tone: "info", icon: LoaderCircle },
  COMPLETED: { label: "Done", tone: "success", icon: CircleCheck },
  FAILED: { label: "Failed", tone: "danger", icon: CircleX },
  CANCELLED: { label: "Cancelled", tone: "neutral", icon: CircleSlash },
} as const satisfies Record<ImportStatus, StatusWords>;

export function StatusBadge({
  record,
}: {
  record: Pick<ImportRecord, "status" | "summary" | "undoneBy" | "waiting">;
}) {
  const { undoneBy } = record;
  if (undoneBy !== null) {
    const did = undoneBy.rows === null ? "Taken back" : "Some taken back";
    return (
      <Badge tone="neutral" icon={<Undo2 />}>
        {undoneBy.status === "COMPLETED" ? did : "Being taken back"}
      </Badge>
    );
  }
  const { label, tone, icon: Icon } = words[record.status];
  const rowsWait = record.waiting > 0;
  if (rowsWait) {
    return (
      <Badge tone="warning" icon={<TriangleAlert />}>
        Done, rows wait
      </Badge>
    );
  }
  return (
    <Badge tone={tone} icon={<Icon />}>
      {label}
    </Badge>
  );
}
