/**
 * The rows of an import that need attention, as a CSV (`?format=xlsx`: a workbook) to correct; and where the corrected file is
 * dropped back in: its bytes are the body, `?name=` what it is called, `?encoding=` how it is to be read where somebody chose,
 * `?take=file` that it goes before what somebody else corrected since the download.
 */
import { applyCorrections, correctionsFile } from "@rollcall/accounts";
import { encodingIds } from "@rollcall/importer";
import { requestContext } from "../../../../../server/context";
import { answerShortage, refuseForeign, respondRefusal } from "../../../../../server/respond";
import { answerDownload, refuseOtherSites } from "../../answer-download";
import { readBody } from "../../read-body";

/** A large file over a slow line takes its time. */
export const maxDuration = 600;

interface Params {
  params: Promise<{ id: string }>;
}

export async function GET(request: Request, { params }: Params): Promise<Response> {
  const foreign = refuseOtherSites(request);
  if (foreign !== null) return foreign;
  const { id } = await params;
  const kind = new URL(request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  const file = await correctionsFile(await requestContext(), { importId: id, kind });
  if (!file.ok) return respondRefusal(file.refusal);
  const { fileName, chunks } = file.value;
  return answerDownload({ fileName, chunks, type: kind });
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign !== null) return foreign;
  const { id } = await params;
  const query = new URL(request.url).searchParams;
  const encoding = encodingIds.find((one) => one === query.get("encoding")) ?? null;
  const body = readBody(request);
  const context = await requestContext();
  return answerShortage(context, async () => {
    try {
      const merged = await applyCorrections(context, {
        importId: id,
        fileName: displayName(query.get("name")),
        encoding,
        take: query.get("take") === "file" ? "file" : undefined,
        source: body.chunks(),
      });
      return merged.ok ? Response.json(merged.value) : respondRefusal(merged.refusal);
    } finally {
      await body.drain();
    }
  });
}

/** Only ever shown. */
function displayName(name: string | null): string {
  const clean = (name ?? "").replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return clean === "" ? "The file" : clean.slice(0, 255);
}
