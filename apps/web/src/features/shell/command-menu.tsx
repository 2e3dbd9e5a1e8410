"use client";
/**
 * Opens the command menu from anywhere: ⌘K, the search button, `/` where a page has no search of its own. What draws
 * it is loaded when it is first opened.
 */
import { createContext, use, useState, type ReactNode } from "react";
import { lazyPart } from "../pieces/lazy-part";
import { useShortcuts } from "./shortcuts";

const CommandMenuDialog = lazyPart(() =>
  import("./command-menu-dialog").then((module) => module.CommandMenuDialog),
);

const CommandMenuContext = createContext<{ open: () => void }>({ open: () => undefined });

export function useCommandMenu(): { open: () => void } {
  return use(CommandMenuContext);
}

export function CommandMenuProvider({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const open = () => {
    setWanted(true);
    setOpen(true);
  };
  useShortcuts(open);
  return (
    <CommandMenuContext value={{ open }}>
      {children}
      {wanted && <CommandMenuDialog open={isOpen} onOpenChange={setOpen} />}
    </CommandMenuContext>
  );
}
