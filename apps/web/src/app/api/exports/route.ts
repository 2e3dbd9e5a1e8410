/** Accounts as a file that imports back unchanged: `?format=hosted-users&group=…`, with the filters of the list of users. */
import { exportAccounts, isStorable } from "@rollcall/accounts";
import { readExportQuery } from "../../../server/routers/imports/export-query";
import { requestContext } from "../../../server/context";
import { respondRefusal } from "../../../server/respond";
import { answerDownload, refuseOtherSites } from "../imports/answer-download";

export async function GET(request: Request): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const asked = readExportQuery(new URL(request.url).searchParams);
  if (asked === null || !isStorable(asked))
    return Response.json(
      { error: "This link is not complete. Choose what to export again." },
      { status: 400 },
    );
  const file = await exportAccounts(await requestContext(), asked);
  if (!file.ok) return respondRefusal(file.refusal);
  const { fileName, kind: type, chunks } = file.value;
  return answerDownload({ fileName, type, chunks });
}
