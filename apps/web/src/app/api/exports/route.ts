/** Accounts as a file that imports back unchanged: `?format=hosted-users&group=…`. */
import { exportAccounts } from "@rollcall/accounts";
import { requestContext } from "../../../server/context";
import { respondRefusal } from "../../../server/respond";
import { answerDownload, refuseOtherSites } from "../imports/answer-download";

export async function GET(request: Request): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const asked = new URL(request.url).searchParams;
  const file = await exportAccounts(await requestContext(), {
    format: asked.get("format") ?? "hosted-users",
    group: asked.get("group"),
  });
  return file.ok ? answerDownload({ ...file.value, type: "csv" }) : respondRefusal(file.refusal);
}
