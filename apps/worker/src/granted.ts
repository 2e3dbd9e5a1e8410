/** The worker acts as the system, to whom nothing is refused: a refusal where none can be is a defect. */
import { describeRefusal, type Result } from "@rollcall/accounts";

/** The value; throws when the use case declined. */
export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`refused: ${describeRefusal(result.refusal)}`);
}
