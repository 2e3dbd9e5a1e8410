/** The template of a format, empty or with rows that show how it is used (`?sample=1`), as CSV or a workbook (`?kind=xlsx`). */
import { authorise } from "@rollcall/accounts";
import { formats, isImplementedFormat } from "@rollcall/importer";
import { writeWorkbook } from "@rollcall/workbook";
import { requestContext } from "../../../../server/context";
import { respondRefusal } from "../../../../server/respond";
import { answerDownload, refuseOtherSites } from "../../imports/answer-download";
import { cellsOf } from "./cells-of";

interface Params {
  params: Promise<{ format: string }>;
}

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const gate = await authorise(await requestContext(), "imports.read");
  if (!gate.ok) return respondRefusal(gate.refusal);
  const { format } = await params;
  if (!isImplementedFormat(format)) return respondRefusal({ code: "not-found", what: "format" });
  const asked = new URL(request.url).searchParams;
  const sample = asked.get("sample") === "1";
  const kind = asked.get("kind") === "xlsx" ? "xlsx" : "csv";
  const { label, template } = formats[format];
  const text = template(sample);
  return answerDownload({
    fileName: `${format}${sample ? " with samples" : ""}.${kind}`,
    type: kind,
    chunks: kind === "csv" ? whole(text) : writeWorkbook("xlsx", label, whole(cellsOf(text))),
  });
}

async function* whole<Value>(value: Value): AsyncGenerator<Value> {
  await Promise.resolve();
  yield value;
}
