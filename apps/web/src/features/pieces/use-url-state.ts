"use client";
/**
 * State that lives in the address: filters, sort, search. Read with `parse`, written with `write`; the page is not
 * fetched again for it, and back works.
 */
import { useSearchParams } from "next/navigation";

export interface UrlCodec<State> {
  parse: (params: URLSearchParams) => State;
  /** only what differs from the default */
  write: (state: State) => URLSearchParams;
}

/** `push` for a step one would want to go back over, `replace` while somebody types. */
export type UrlStep = "push" | "replace";

export function useUrlState<State>(codec: UrlCodec<State>): [State, (next: State, step?: UrlStep) => void] {
  const params = useSearchParams();
  const state = codec.parse(new URLSearchParams(params));
  const set = (next: State, step: UrlStep = "push") => {
    const query = codec.write(next).toString();
    const href = `${window.location.pathname}${query === "" ? "" : `?${query}`}`;
    if (step === "push") window.history.pushState(null, "", href);
    else window.history.replaceState(null, "", href);
  };
  return [state, set];
}
