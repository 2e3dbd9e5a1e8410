/** The front door: administrators to the overview, everybody else to their own account. */
import { redirect } from "next/navigation";
import { requireViewer } from "../server/viewer";

export default async function FrontDoor(): Promise<never> {
  const viewer = await requireViewer();
  redirect(viewer.role === "ADMINISTRATOR" ? "/overview" : "/me");
}
