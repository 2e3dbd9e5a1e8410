"use client";
/** Name, organisation and role at the foot of the navigation: at first paint alone, then as what opens the user menu. */
import { SidebarUser, type SidebarUserProps } from "@rollcall/ui";
import { roleName } from "../pieces/role-name";
import { useViewer } from "./viewer-context";

export function WhoIsSignedIn(props: Omit<SidebarUserProps, "name" | "detail">) {
  const viewer = useViewer();
  return (
    <SidebarUser
      {...props}
      name={viewer.name}
      detail={
        <span className="flex gap-1">
          <span className="min-w-0 truncate">{viewer.organisation}</span>
          <span className="shrink-0">· {roleName(viewer)}</span>
        </span>
      }
    />
  );
}
