/** Accounts as a file that can be imported again: `?format=hosted-users`, and `&group=ID` for one group's members. */
import { exportAccounts, getGroup, type Context, type Result } from "@rollcall/accounts";
import { idOf } from "../../../../features/pieces/params";
import { requestContext } from "../../../../server/context";
import { respondRefusal } from "../../../../server/respond";
import { answerDownload, refuseOtherSites } from "../../imports/answer-download";

export async function GET(request: Request): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const { searchParams } = new URL(request.url);
  const context = await requestContext();
  const group = await groupName(context, searchParams.get("group"));
  if (!group.ok) return respondRefusal(group.refusal);
  const format = searchParams.get("format") ?? "hosted-users";
  const result = await exportAccounts(context, { format, group: group.value });
  if (!result.ok) return respondRefusal(result.refusal);
  return answerDownload({ ...result.value, type: "csv" });
}

async function groupName(context: Context, value: string | null): Promise<Result<string | null>> {
  const groupId = idOf(value);
  if (groupId === undefined) return { ok: true, value: null };
  const group = await getGroup(context, { groupId });
  return group.ok ? { ok: true, value: group.value.name } : group;
}
