"use client";
// News that need no answer: something is done, something failed, something is running. The provider is a few lines;
// what draws the toasts is loaded with the first one. Two places: words at the foot of the page, running work in the
// corner.
import { Suspense, createContext, lazy, use, useState } from "react";
import type { ReactNode } from "react";

import type { Tone } from "./badge";

const Stacks = lazy(() => import("./toast-stacks").then((module) => ({ default: module.ToastStacks })));

export interface ToastAction {
  label: string;
  onClick: () => void;
  kbd?: string | readonly string[] | undefined;
}

export interface ToastProgress {
  /** 0 to 1; null when it is not known. */
  value: number | null;
  /** Under the bar: "3,190 of 4,806 rows". */
  label?: string | undefined;
  /** Under the bar, at the end: "4 s left". */
  hint?: string | undefined;
}

export interface ToastOptions {
  title: ReactNode;
  description?: ReactNode;
  /** Chooses the mark; none for neutral unless `icon` is given. */
  tone?: Tone | undefined;
  icon?: ReactNode;
  /** Draws a bar; the toast then sits in the corner and stays until it is closed or updated without it. */
  progress?: ToastProgress | undefined;
  /** At most two; pressing one closes the toast. */
  actions?: readonly ToastAction[] | undefined;
  /** Milliseconds; 0 stays. By default 6 s, 10 s with actions or when something went wrong, 0 with progress. */
  duration?: number | undefined;
  onClose?: (() => void) | undefined;
}

export interface ToastApi {
  /** Shows a toast; with the id of one that is there, replaces its content. Answers its id. */
  show: (options: ToastOptions & { id?: string | undefined }) => string;
  /** Replaces the content of a toast, or shows it again if it has gone. */
  update: (id: string, options: ToastOptions) => void;
  close: (id: string) => void;
}

/** What the drawing code offers once it is there. */
export interface ToastSink {
  show: (id: string, options: ToastOptions) => void;
  close: (id: string) => void;
}

const ToastContext = createContext<ToastApi | null>(null);

/** Put it once around the app. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const [relay] = useState(() => createRelay(() => setWanted(true)));
  return (
    <ToastContext value={relay.api}>
      {children}
      {wanted && (
        <Suspense fallback={null}>
          <Stacks connect={relay.connect} />
        </Suspense>
      )}
    </ToastContext>
  );
}

/** Shows, updates and closes toasts. The functions never change. */
export function useToast(): ToastApi {
  const api = use(ToastContext);
  if (api === null) throw new Error("useToast needs a ToastProvider around it.");
  return api;
}

/** Holds what was shown before the drawing code arrived. */
function createRelay(onFirst: () => void) {
  let sink: ToastSink | null = null;
  let count = 0;
  const waiting = new Map<string, ToastOptions>();
  const send = (id: string, options: ToastOptions) => {
    if (sink === null) {
      waiting.set(id, options);
      onFirst();
    } else sink.show(id, options);
  };
  const api: ToastApi = {
    show: ({ id = `toast-${(count += 1)}`, ...options }) => {
      send(id, options);
      return id;
    },
    update: send,
    close: (id) => {
      waiting.delete(id);
      sink?.close(id);
    },
  };
  const connect = (next: ToastSink | null) => {
    sink = next;
    if (next === null) return;
    for (const [id, options] of waiting) next.show(id, options);
    waiting.clear();
  };
  return { api, connect };
}
