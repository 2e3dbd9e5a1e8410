/** The template of a format, empty or with rows that show how it is used (`?sample=1`). */
import { authorise } from "@rollcall/accounts";
import { formats, isImplementedFormat } from "@rollcall/importer";
import { requestContext } from "../../../../server/context";
import { respondRefusal } from "../../../../server/respond";
import { answerDownload, refuseOtherSites } from "../../imports/answer-download";

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
  const sample = new URL(request.url).searchParams.get("sample") === "1";
  return answerDownload({
    fileName: sample ? `${format} with samples.csv` : `${format}.csv`,
    type: "csv",
    chunks: whole(formats[format].template(sample)),
  });
}

async function* whole(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}
