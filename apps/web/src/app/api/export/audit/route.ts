/** The audit log as CSV, narrowed by the same filter as the screen. */
import { exportAuditEvents } from "@rollcall/accounts";
import { z } from "zod";
import { requestContext } from "../../../../server/context";
import { respondRefusal } from "../../../../server/respond";
import { auditFilter } from "../../../../server/routers/audit/shapes";
import { answerDownload, refuseOtherSites } from "../../imports/answer-download";
import { auditCsv } from "./audit-csv";

const Query = auditFilter.extend({ from: z.coerce.date().optional(), to: z.coerce.date().optional() });

export async function GET(request: Request): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return Response.json({ error: "The filter was not understood." }, { status: 400 });
  const result = await exportAuditEvents(await requestContext(), query.data);
  if (!result.ok) return respondRefusal(result.refusal);
  return answerDownload({ fileName: "audit-log.csv", type: "csv", chunks: auditCsv(result.value) });
}
