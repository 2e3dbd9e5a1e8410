/**
 * What a file is, before it is imported: its bytes are the body, how it is to be taken stands in the header of an upload.
 * Nothing is kept. For workbooks, which a browser cannot read; answers with the importer's Recognition.
 */
import { inspectFile } from "@rollcall/accounts";
import { isImplementedFormat } from "@rollcall/importer";
import { announcementHeader, decodeAnnouncement } from "../../../../features/imports/upload/announcement";
import { requestContext } from "../../../../server/context";
import { refuseForeign, respondRefusal } from "../../../../server/respond";
import { announcementSchema } from "../announcement-schema";
import { readBody } from "../read-body";

export async function POST(request: Request): Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign !== null) return foreign;
  const announced = announcementSchema.safeParse(decodeAnnouncement(request.headers.get(announcementHeader)));
  if (!announced.success)
    return Response.json({ error: "This page is older than the server. Reload it." }, { status: 400 });
  const { fileName, options } = announced.data;
  const { format, encoding, mapping, sheet } = options;
  const body = readBody(request);
  const inspected = await inspectFile(await requestContext(), {
    fileName,
    source: body.chunks(),
    ...(typeof format === "string" && isImplementedFormat(format) ? { format } : {}),
    ...(typeof encoding === "string" ? { encoding } : {}),
    ...(mapping ? { mapping } : {}),
    ...(typeof sheet === "string" ? { sheet } : {}),
  });
  await body.drain();
  return inspected.ok ? Response.json(inspected.value) : respondRefusal(inspected.refusal);
}
