/**
 * Where a file arrives: its bytes are the body, what it is called and how it is to be taken is announced with them. The
 * body is handed on as it comes in and never held. Answers with the import's record once every row is staged.
 */
import { isStorable, receiveImport } from "@rollcall/accounts";
import { requestContext } from "../../../server/context";
import { answerShortage, refuseForeign, respondRefusal } from "../../../server/respond";
import { readAnnounced } from "./read-announced";
import { readBody } from "./read-body";
import { toArrival } from "./to-arrival";

/** Reading a gigabyte over a slow line takes as long as it takes. */
export const maxDuration = 3600;

export async function POST(request: Request): Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign !== null) return foreign;
  const body = readBody(request);
  const announced = await readAnnounced(request, body);
  if (!announced.success || !isStorable(announced.data))
    return Response.json({ error: "This page is older than the server. Reload it." }, { status: 400 });
  const { fileName, bytes, sha256, options } = announced.data;
  const context = await requestContext();
  return answerShortage(context, async () => {
    try {
      const received = await receiveImport(context, {
        fileName,
        declaredBytes: bytes,
        expectedSha256: sha256,
        options,
        source: body.chunks(),
      });
      return received.ok
        ? Response.json(toArrival(received.value), { status: 201 })
        : respondRefusal(received.refusal);
    } finally {
      await body.drain();
    }
  });
}
