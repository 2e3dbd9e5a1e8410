// Everyone whom a hosted-users file brings in is a User, whatever its columns say (sources/000: "have the User role").
import type { Rule } from "../../model/check";

/** Sets the role. */
export const giveUserRole: Rule = () => (row) => {
  row.record.role = "USER";
};
