"use client";
/** Who is signed in, for components: name, role and permissions. What they may really do, the server decides. */
import { createContext, use, type ReactNode } from "react";
import type { Permission, Me } from "@rollcall/accounts";

const ViewerContext = createContext<Me | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: Me; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function useViewer(): Me {
  const viewer = use(ViewerContext);
  if (viewer === null) throw new Error("useViewer needs a ViewerProvider around it.");
  return viewer;
}

/** Whether to offer something; the use case refuses it all the same when it may not be. */
export function useMay(permission: Permission): boolean {
  return useViewer().permissions.includes(permission);
}
