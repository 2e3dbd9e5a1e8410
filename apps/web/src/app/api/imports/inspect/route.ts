/**
 * What a file is, before it is imported: the body is read as it comes, answered with what was recognised, and forgotten. For
 * workbooks, which a browser cannot open. Announced by the same header as an upload.
 */
import { inspectFile } from "@rollcall/accounts";
import { encodingIds, isImplementedFormat, type EncodingId } from "@rollcall/importer";
import { requestContext } from "../../../../server/context";
import { refuseForeign, respondRefusal } from "../../../../server/respond";
import { readAnnounced } from "../read-announced";
import { readBody } from "../read-body";

/** A large workbook over a slow line takes its time; the reading itself has 30 seconds. */
export const maxDuration = 600;

export async function POST(request: Request): Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign !== null) return foreign;
  const body = readBody(request);
  const announced = await readAnnounced(request, body);
  if (!announced.success)
    return Response.json({ error: "This page is older than the server. Reload it." }, { status: 400 });
  const { fileName, options } = announced.data;
  const { format, encoding, mapping, sheet } = options;
  const inspected = await inspectFile(await requestContext(), {
    fileName,
    source: body.chunks(),
    ...(typeof format === "string" && isImplementedFormat(format) ? { format } : {}),
    ...(isEncoding(encoding) ? { encoding } : {}),
    ...(mapping ? { mapping } : {}),
    ...(typeof sheet === "string" ? { sheet } : {}),
  });
  await body.drain();
  return inspected.ok ? Response.json({ recognition: inspected.value }) : respondRefusal(inspected.refusal);
}

function isEncoding(given: string | null | undefined): given is EncodingId {
  return encodingIds.some((id) => id === given);
}
