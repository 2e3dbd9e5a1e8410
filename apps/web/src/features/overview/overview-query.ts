/** The overview as an address: how far back it looks. Pure. */
import { oneOf, writeParams } from "../pieces/params";
import type { UrlCodec } from "../pieces/use-url-state";

export const periods = ["30", "90", "365"] as const;
export type Period = (typeof periods)[number];

export interface OverviewQuery {
  period: Period;
}

const byDefault: Period = "365";

export const overviewQuery: UrlCodec<OverviewQuery> = {
  parse: (params) => ({ period: oneOf(params.get("days"), periods) ?? byDefault }),
  write: ({ period }) => writeParams({ days: period === byDefault ? null : period }),
};

const days = { "30": 30, "90": 90, "365": 365 } as const;

export function overviewInput({ period }: OverviewQuery) {
  return { days: days[period] };
}
