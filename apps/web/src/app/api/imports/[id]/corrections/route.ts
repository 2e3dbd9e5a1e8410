/** The rows of an import that need attention, as a CSV to correct and drop back in. */
import { correctionsFile } from "@rollcall/accounts";
import { requestContext } from "../../../../../server/context";
import { respondRefusal } from "../../../../../server/respond";
import { answerDownload, refuseOtherSites } from "../../answer-download";

interface Params {
  params: Promise<{ id: string }>;
}

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const { id } = await params;
  const file = await correctionsFile(await requestContext(), { importId: id });
  return file.ok ? answerDownload({ ...file.value, type: "csv" }) : respondRefusal(file.refusal);
}
