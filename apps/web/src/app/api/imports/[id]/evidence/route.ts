/** The evidence of an import that has ended, as a ZIP that `rollcall import-report ID --verify FILE` verifies. */
import { exportEvidence } from "@rollcall/accounts";
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
  const file = await exportEvidence(await requestContext(), { importId: id });
  return file.ok ? answerDownload({ ...file.value, type: "zip" }) : respondRefusal(file.refusal);
}
