// Who may open the mailbox of an account: one address a column. Whether they have accounts, only the plan knows.
import type { Rule } from "../model/check";
import { addressReader } from "./read-addresses";

/** `delegate.invalid`; fills `delegates`, each once, null when there is none. */
export const checkDelegates: Rule = (file) => {
  const read = addressReader(file, "delegates", "delegate.invalid");
  return (row) => {
    const delegates = read(row);
    if (delegates.length > 0) row.record.delegates = delegates.map(({ address }) => address);
  };
};
