/**
 * tRPC for this app: context, data format and how errors look outside. Authority is not checked here: each use case does
 * that for itself.
 */
import "server-only";
import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { ZodError } from "zod";
import {
  isStorable,
  refuse,
  refuseShortage,
  unstorableWords,
  type Context,
  type Refusal,
} from "@rollcall/accounts";
import { reportDefect } from "./defect";
import { RefusalCause, unwrap } from "./refusal-error";

/** What the client learns of an error besides its words: exactly one of the three is given. */
export interface ErrorData {
  refusal: Refusal | null;
  /** the request itself was malformed: a page older than the server, or a hand-made call */
  malformed: boolean;
  defectId: string | null;
}

const trpc = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error, path }) => {
    const data: ErrorData = { refusal: null, malformed: false, defectId: null };
    // Nothing of the request, no stack, no inner message leaves the server.
    const outside = { code: shape.data.code, httpStatus: shape.data.httpStatus };
    if (error.cause instanceof RefusalCause) {
      return {
        ...shape,
        message: error.message,
        data: { ...outside, ...data, refusal: error.cause.refusal },
      };
    }
    if (error.code !== "INTERNAL_SERVER_ERROR") {
      const message = error.cause instanceof ZodError ? "The request was not understood." : error.message;
      return { ...shape, message, data: { ...outside, ...data, malformed: true } };
    }
    const defectId = reportDefect(error, { procedure: path });
    return { ...shape, message: "Something went wrong.", data: { ...outside, ...data, defectId } };
  },
});

export const router = trpc.router;
/** No text that could not be stored gets past it, whatever the schema says. */
const storable = trpc.procedure.use(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput()))
    unwrap(refuse({ code: "invalid", fields: { text: unstorableWords } }));
  return next();
});

/** What the database could not give is told as such, not as a defect. */
const told = storable.use(async ({ ctx, next }) => {
  const result = await next();
  const refusal =
    result.ok || result.error.cause instanceof RefusalCause ? null : refuseShortage(ctx, result.error);
  if (refusal !== null) unwrap(refuse(refusal));
  return result;
});

export const procedure = told;
