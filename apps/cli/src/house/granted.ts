/** A use case's answer, for a command: the value, or a RequestError with the refusal's own words. */
import { describeRefusal, type Result } from "@rollcall/accounts";
import { RequestError } from "../exit";

export function granted<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new RequestError(result.refusal.code, describeRefusal(result.refusal));
}
