/**
 * Is this process able to work? For load balancers and the launcher; it needs no sign-in, so it says little.
 */
import { isSetUp } from "@rollcall/accounts";
import { version } from "../../../../package.json";
import { container } from "../../../server/container";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const healthy = await reachesDatabase();
  return Response.json(
    { status: healthy ? "ok" : "unavailable", database: healthy ? "reachable" : "unreachable", version },
    { status: healthy ? 200 : 503 },
  );
}

async function reachesDatabase(): Promise<boolean> {
  try {
    await isSetUp({ ...container(), principal: { kind: "anonymous" }, ip: null, userAgent: null });
    return true;
  } catch {
    return false;
  }
}
