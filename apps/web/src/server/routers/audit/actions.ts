/** `audit.actions`: what the log can be filtered by, with the words the log uses. */
import { auditActions, describeAction, type AuditAction } from "@rollcall/accounts";
import { procedure } from "../../trpc/init";
import { actionsOutput } from "./outputs";

export interface ActionChoice {
  value: AuditAction;
  words: string;
}

// A list that never changes and tells nothing about anybody: it needs no permission.
export const actions = procedure
  .output(actionsOutput)
  .query((): ActionChoice[] =>
    auditActions.map((value) => ({ value, words: describeAction(value).replace(/:$/, "") })),
  );
