/** Here nothing should be refused: what is, ends the seed with the words of the refusal. */
import { describeRefusal, type Result } from "@rollcall/accounts";

/** The value of a result. */
export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(describeRefusal(result.refusal));
}
