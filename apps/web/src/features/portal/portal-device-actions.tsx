"use client";
/** Rename, report lost, remove: three big buttons. Lost and remove ask once. */
import { AlertDialog, Button, Dialog, Field, Input } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { MapPinOff, Pencil, Trash2 } from "lucide-react";
import { useState, type ReactNode } from "react";
import type { MyDevice } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { describeTrouble, fieldErrors } from "../../trpc/error";
import { useNews } from "../pieces/use-news";

export function PortalDeviceActions({ device }: { device: MyDevice }) {
  const trpc = useTRPC();
  const news = useNews();
  const [asks, setAsks] = useState<"rename" | "lost" | "remove" | null>(null);
  const { mine } = trpc.enrolment;
  const reportLost = useMutation(mine.reportLost.mutationOptions({ onError: news.failed }));
  const remove = useMutation(mine.remove.mutationOptions({ onError: news.failed }));
  const close = () => setAsks(null);
  const input = { deviceId: device.id };
  return (
    <>
      <div className="flex border-t border-border-subtle">
        <Action icon={<Pencil />} onClick={() => setAsks("rename")}>
          Rename
        </Action>
        {device.state === "ENROLLED" && (
          <Action icon={<MapPinOff />} onClick={() => setAsks("lost")}>
            I lost it
          </Action>
        )}
        <Action icon={<Trash2 />} danger onClick={() => setAsks("remove")}>
          Remove
        </Action>
      </div>
      {asks === "rename" && <Rename device={device} onClose={close} />}
      <AlertDialog
        open={asks === "lost"}
        onOpenChange={close}
        title={`Did you lose ${device.name}?`}
        confirmLabel="Yes, I lost it"
        cancelLabel="No"
        hint="Change your password too if somebody could have seen it."
        onConfirm={async () => {
          await reportLost.mutateAsync(input);
          news.done(`${device.name} is reported lost.`);
        }}
      >
        Your administrators see at once that {device.name} is lost. Should it turn up, remove it here and ask
        for a new invitation.
      </AlertDialog>
      <AlertDialog
        open={asks === "remove"}
        onOpenChange={close}
        title={`Remove ${device.name}?`}
        confirmLabel="Remove it"
        cancelLabel="Keep it"
        hint="To enrol it again, you need a new invitation."
        onConfirm={async () => {
          await remove.mutateAsync(input);
          news.done(`${device.name} is removed.`);
        }}
      >
        {device.name} is no longer enrolled. Your account and your other devices stay.
      </AlertDialog>
    </>
  );
}

function Action({
  icon,
  danger = false,
  onClick,
  children,
}: {
  icon: ReactNode;
  danger?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={`flex min-h-12 flex-1 items-center justify-center gap-2 border-border-subtle text-base font-medium transition-colors not-first:border-l hover:bg-muted focus-visible:-outline-offset-2 ${danger ? "text-danger" : ""}`}
    >
      {icon}
      {children}
    </button>
  );
}

function Rename({ device, onClose }: { device: MyDevice; onClose: () => void }) {
  const trpc = useTRPC();
  const news = useNews();
  const [name, setName] = useState(device.name);
  const [error, setError] = useState<string | null>(null);
  const rename = useMutation(trpc.enrolment.mine.rename.mutationOptions());
  const submit = async () => {
    if (name.trim() === "") {
      setError("Give the device a name.");
      return;
    }
    try {
      await rename.mutateAsync({ deviceId: device.id, name });
      onClose();
      news.done(`It is called ${name.trim()} now.`);
    } catch (cause) {
      setError(Object.values(fieldErrors(cause))[0] ?? describeTrouble(cause).message);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={`Rename ${device.name}`}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            Cancel
          </Button>
          <Button size="lg" type="submit" variant="primary" loading={rename.isPending}>
            Rename
          </Button>
        </>
      }
    >
      <Field label="Device name" size="lg" error={error}>
        <Input
          size="page"
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
}
