/**
 * The tRPC endpoint. Queries by GET, or by POST where an address would be too long; mutations by POST. POST from our own pages only; at most ten calls and 1 MiB a request.
 */
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestContext } from "../../../../server/context";
import { refuseForeign } from "../../../../server/respond";
import { appRouter } from "../../../../server/routers";

const MAX_BYTES = 1024 * 1024;

function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: requestContext,
    maxBatchSize: 10,
    allowMethodOverride: true,
  });
}

export { handle as GET };

export function POST(request: Request): Response | Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign !== null) return foreign;
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/json")) return new Response(null, { status: 415 });
  const length = Number(request.headers.get("content-length") ?? "NaN");
  if (Number.isNaN(length)) return new Response(null, { status: 411 });
  if (length > MAX_BYTES) return new Response(null, { status: 413 });
  return handle(request);
}
