/** The public key by which evidence bundles of this installation are known; to be noted where nobody of the installation can change it. */
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, type Result } from "../../result";
import { signingKeyOf, type PublicSigningKey } from "../../secrets/signing";

/** Every administrator may see it: it is public. Another SECRET is another key. */
export async function evidenceKey(context: Context): Promise<Result<PublicSigningKey>> {
  const gate = await authorise(context, "console.read");
  if (!gate.ok) return gate;
  return done(signingKeyOf(context.settings.secret, "evidence"));
}
