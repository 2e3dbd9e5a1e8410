/** The audit log as CSV, narrowed by the same filter as the screen. */
import { exportAuditEvents, isStorable, type AuditEventView } from "@rollcall/accounts";
import { z } from "zod";
import { requestContext } from "../../../server/context";
import { csvPieces } from "../../../server/csv-lines";
import { respondRefusal } from "../../../server/respond";
import { auditFilter } from "../../../server/routers/audit/shapes";
import { answerDownload, refuseOtherSites } from "../imports/answer-download";

const Query = auditFilter.extend({ from: z.coerce.date().optional(), to: z.coerce.date().optional() });

const header = ["Number", "When", "Who", "Action", "Words", "Kind", "What", "Import", "From", "Data"];

export async function GET(request: Request): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success || !isStorable(query.data))
    return Response.json({ error: "The filter was not understood." }, { status: 400 });
  const result = await exportAuditEvents(await requestContext(), query.data);
  if (!result.ok) return respondRefusal(result.refusal);
  const chunks = csvPieces(header, result.value, cellsOf);
  return answerDownload({ fileName: "audit-log.csv", type: "csv", chunks });
}

function cellsOf(event: AuditEventView): string[] {
  return [
    event.id,
    event.at.toISOString(),
    event.actorName,
    event.action,
    event.words,
    event.subjectType,
    event.subjectName ?? "",
    event.importId ?? "",
    event.ip ?? "",
    JSON.stringify(event.data),
  ];
}
