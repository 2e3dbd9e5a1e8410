/** What was announced of a file whose bytes come in: from the header, or from before the file in the body. */
import "server-only";
import {
  announcedInBody,
  announcementHeader,
  decodeAnnouncement,
  readAnnouncement,
} from "../../../features/imports/upload/announcement";
import { announcementSchema } from "./announcement-schema";
import type { Body } from "./read-body";

/** Reads it; what is left of the body is the file. Unsuccessful when it is none, of an older page say. */
export async function readAnnounced(
  request: Request,
  body: Body,
): Promise<ReturnType<typeof announcementSchema.safeParse>> {
  const header = request.headers.get(announcementHeader);
  const before = announcedInBody(header);
  return announcementSchema.safeParse(
    before > 0 ? readAnnouncement(await body.take(before)) : decodeAnnouncement(header),
  );
}
