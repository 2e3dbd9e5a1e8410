// The name of the plan of a row, as it is written. Whether there is such a plan is for who knows the organisation.
import type { Rule } from "../model/check";

/** Fills `plan`, null when the cell is empty. */
export const checkPlanName: Rule = (file) => {
  const read = file.reader("plan");
  return (row) => {
    const name = read(row);
    if (name !== null && name !== "") row.record.plan = name;
  };
};
