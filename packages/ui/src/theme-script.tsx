// The script in the document's head that sets the theme before anything is painted. Safe in server components.
import { themeScript } from "./theme";

/** Put it in <head>; `nonce` is the request's CSP nonce. */
export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeScript }} />;
}
