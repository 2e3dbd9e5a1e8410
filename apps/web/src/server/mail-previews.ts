/**
 * What each kind of mail looks like, with made-up people. The one place where the web runs packages/email instead of only
 * knowing its types: to show, never to send. Loaded when somebody looks.
 */
import "server-only";

export interface PreviewName {
  id: string;
  label: string;
}

export interface RenderedPreview extends PreviewName {
  subject: string;
  html: string;
  text: string;
}

export interface MailPreviews {
  names: PreviewName[];
  shown: RenderedPreview;
}

/** All names, and the preview that is `wanted` (the first when there is none of that id). */
export async function mailPreviews(wanted: string | undefined): Promise<MailPreviews> {
  const { mailKinds, renderMail } = await import("@rollcall/email");
  const previews = mailKinds.flatMap(({ kind, previews: variants }) =>
    variants.map(({ label, mail }, index) => ({
      id: index === 0 ? kind : `${kind}-${index + 1}`,
      label,
      mail,
    })),
  );
  const chosen = previews.find((preview) => preview.id === wanted) ?? previews[0];
  if (chosen === undefined) throw new Error("There is no kind of mail.");
  const { subject, html, text } = await renderMail(chosen.mail);
  const names = previews.map(({ id, label }) => ({ id, label }));
  return { names, shown: { id: chosen.id, label: chosen.label, subject, html, text } };
}
