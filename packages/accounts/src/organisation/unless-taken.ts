/** Turns "another one has that name", as the database sees it at the last moment, into the refusal for it. */
import { troubleOf } from "@rollcall/db";
import { refuse, type Result } from "../result";

export async function unlessTaken<T>(
  name: string | undefined,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (name === undefined || troubleOf(error) !== "unique-violation") throw error;
    return refuse({ code: "name-taken", name: name.trim() });
  }
}
