/** What happened to every row of an import, as CSV or JSON. */
import { getImport, importReport } from "@rollcall/accounts";
import { requestContext } from "../../../../../server/context";
import { respondRefusal } from "../../../../../server/respond";
import { answerDownload, refuseOtherSites } from "../../answer-download";
import { reportCsv, reportJson } from "./report-text";

interface Params {
  params: Promise<{ id: string }>;
}

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const type = new URL(request.url).searchParams.get("format") === "json" ? "json" : "csv";
  const importId = (await params).id;
  const context = await requestContext();
  const [record, report] = await Promise.all([
    getImport(context, { importId }),
    importReport(context, { importId }),
  ]);
  if (!record.ok) return respondRefusal(record.refusal);
  if (!report.ok) return respondRefusal(report.refusal);
  const stem = record.value.fileName.replace(/\.[a-z0-9]{1,5}$/i, "");
  const chunks = type === "json" ? reportJson(report.value) : reportCsv(report.value);
  return answerDownload({ fileName: `${stem} - report.${type}`, type, chunks });
}
