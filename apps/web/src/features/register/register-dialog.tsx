"use client";
/** The dialog in which an entry of a short list is made or changed. It knows the frame; the fields are its children. */
import { Button, Callout, Dialog } from "@rollcall/ui";
import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";

export interface RegisterDialogProps {
  /** "plan" */
  one: string;
  /** of the entry that is changed; null for a new one */
  name: string | null;
  description?: ReactNode;
  open: boolean;
  onClose: () => void;
  /** asks whether the entry shall go; on phones the only way to it */
  onDelete: () => void;
  onSubmit: () => void;
  busy: boolean;
  /** what is wrong beside no field in particular */
  trouble: string | null;
  children: ReactNode;
}

export function RegisterDialog(props: RegisterDialogProps) {
  const { one, name, description, open, onClose, onDelete, onSubmit, busy, trouble, children } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={name === null ? `Add ${one}` : name}
      description={description}
      onSubmit={onSubmit}
      footnote={
        name !== null && (
          <Button variant="ghost" icon={<Trash2 />} onClick={onDelete} className="-ml-2">
            Delete
          </Button>
        )
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" loading={busy}>
            {name === null ? `Add ${one}` : "Save"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {trouble !== null && (
          <Callout tone="danger" live>
            {trouble}
          </Callout>
        )}
        {children}
      </div>
    </Dialog>
  );
}
