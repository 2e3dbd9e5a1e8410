"use client";
// The part of Toast that is loaded with the first one: two stacks and how a toast looks.
import { Toast } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, CircleX, Info, X } from "lucide-react";
import { useEffect, useState } from "react";
import type { ReactNode } from "react";

import type { Tone } from "./badge";
import { toneText } from "./badge";
import { Button } from "./button";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";
import { Progress } from "./progress";
import type { ToastAction, ToastOptions, ToastSink } from "./toast";

interface ToastData {
  options: ToastOptions;
}

const MARKS: Record<Tone, ReactNode> = {
  neutral: null,
  success: <CircleCheck />,
  info: <Info />,
  warning: <CircleAlert />,
  danger: <CircleX />,
};

/** Both stacks; tells the provider where to send toasts. */
export function ToastStacks({ connect }: { connect: (sink: ToastSink | null) => void }) {
  const [managers] = useState(() => ({
    words: Toast.createToastManager<ToastData>(),
    work: Toast.createToastManager<ToastData>(),
  }));
  useEffect(() => {
    const place = new Map<string, "words" | "work">();
    let moving = false;
    connect({
      show: (id, options) => {
        const here = options.progress === undefined || isPhone() ? "words" : "work";
        const before = place.get(id);
        if (before !== undefined && before !== here) {
          moving = true;
          managers[before].close(id);
          moving = false;
        }
        place.set(id, here);
        managers[here].add({
          id,
          timeout: options.duration ?? defaultDuration(options),
          priority: options.tone === "danger" ? "high" : "low",
          data: { options },
          onClose: () => {
            if (moving) return;
            place.delete(id);
            options.onClose?.();
          },
        });
      },
      close: (id) => {
        const where = place.get(id);
        if (where !== undefined) managers[where].close(id);
      },
    });
    return () => connect(null);
  }, [connect, managers]);
  return (
    <>
      <Toast.Provider toastManager={managers.words} limit={3}>
        {/* On a phone from above, running work too: below are the buttons of the page, and of what rises over it. Under the
            bar of the page, which would be covered for as long as the work runs. */}
        <Stack
          label="Notifications"
          className="inset-x-0 bottom-4 mx-auto w-[calc(100vw-24px)] max-w-150 items-center max-md:top-15 max-md:bottom-auto"
        />
      </Toast.Provider>
      <Toast.Provider toastManager={managers.work} limit={3}>
        <Stack
          label="Running work"
          className="right-4 bottom-4 w-[calc(100vw-24px)] max-w-74 items-stretch"
        />
      </Toast.Provider>
    </>
  );
}

/** Two stacks would lie over each other there. The width is the one below which `max-md` holds. */
function isPhone(): boolean {
  return window.matchMedia("(width < 720px)").matches;
}

function defaultDuration(options: ToastOptions): number {
  if (options.progress !== undefined) return 0;
  return options.tone === "danger" || options.actions !== undefined ? 10_000 : 6_000;
}

function Stack({ label, className }: { label: string; className: string }) {
  const { toasts, close } = Toast.useToastManager<ToastData>();
  return (
    <Toast.Portal>
      <Toast.Viewport
        aria-label={label}
        className={classNames("pointer-events-none fixed z-60 flex flex-col gap-2 outline-none", className)}
      >
        {toasts.map((toast) => (
          <Toast.Root
            key={toast.id}
            toast={toast}
            className="pointer-events-auto max-w-full has-[[role=progressbar]]:max-md:w-full rounded-md bg-overlay text-sm text-foreground shadow-lg transition-[opacity,translate] duration-(--speed) data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
          >
            <Toast.Content>
              {toast.data !== undefined && (
                <Content options={toast.data.options} close={() => close(toast.id)} />
              )}
            </Toast.Content>
          </Toast.Root>
        ))}
      </Toast.Viewport>
    </Toast.Portal>
  );
}

function Content({ options, close }: { options: ToastOptions; close: () => void }) {
  const { title, description, tone = "neutral", icon, progress, actions = [] } = options;
  const mark = icon ?? MARKS[tone];
  return (
    <div className={progress === undefined ? "py-1.5 pr-1.5 pl-3.5" : "py-2 pr-2 pl-3.5"}>
      <div className="flex min-h-8 items-center gap-2.5">
        {mark !== null && (
          <span className={icon === undefined || tone !== "neutral" ? toneText[tone] : "text-accent-text"}>
            {mark}
          </span>
        )}
        <div className="min-w-0 flex-1 py-1.5">
          <Toast.Title render={<div />} className="text-pretty break-words">
            {title}
          </Toast.Title>
          {description !== undefined && (
            <Toast.Description className="text-xs text-pretty text-foreground-3">
              {description}
            </Toast.Description>
          )}
        </div>
        {actions.slice(0, 2).map((action) => (
          <ActionButton key={action.label} action={action} close={close} />
        ))}
        <IconButton label="Dismiss" icon={<X />} tooltip={false} onClick={close} />
      </div>
      {progress !== undefined && (
        <Bar progress={progress} label={typeof title === "string" ? title : "Running"} />
      )}
    </div>
  );
}

function ActionButton({ action, close }: { action: ToastAction; close: () => void }) {
  return (
    <Button
      variant="ghost"
      kbd={action.kbd}
      className="!px-2"
      onClick={() => {
        action.onClick();
        close();
      }}
    >
      {action.label}
    </Button>
  );
}

/** The bar and its figures. They change many times a second, so the figures are not part of the live region. */
function Bar({ progress, label }: { progress: NonNullable<ToastOptions["progress"]>; label: string }) {
  return (
    <div className="pr-1.5 pb-1.5">
      <Progress value={progress.value} label={label} valueText={progress.label} className="mt-1" />
      <div aria-hidden className="tabular mt-2 flex justify-between gap-3 text-xs text-foreground-3">
        <span>{progress.label}</span>
        <span>{progress.hint}</span>
      </div>
    </div>
  );
}
