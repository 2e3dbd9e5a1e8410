/**
 * Every action the audit log can hold, and its words. Closed: an action that is not here does not compile, and one without
 * words neither. Knows no database.
 */
const actions = {
  "account.created": "added",
  "account.updated": "edited",
  "account.disabled": "disabled",
  "account.enabled": "enabled",
  "account.locked": "locked",
  "account.unlocked": "unlocked",
  "account.deleted": "deleted",
  "role.changed": "changed the role of",
  "membership.added": "put into a group:",
  "membership.removed": "took out of a group:",
  "password.changed": "changed the password of",
  "password.reset-requested": "asked for a new password for",
  "password.link-sent": "sent a password link to",
  "welcome.sent": "sent a welcome mail to",
  "session.started": "signed in",
  "session.ended": "signed out",
  "sign-in.failed": "failed to sign in as",
  "setup.link-made": "made a set-up link for",
  "setup.completed": "set up",
  "group.created": "added the group",
  "group.updated": "edited the group",
  "group.deleted": "deleted the group",
  "group.policy-set": "changed the policy of the group",
  "department.created": "added the department",
  "department.updated": "renamed the department",
  "department.deleted": "deleted the department",
  "plan.created": "added the service plan",
  "plan.updated": "edited the service plan",
  "plan.deleted": "deleted the service plan",
  "attribute.created": "added the attribute",
  "attribute.updated": "renamed the attribute",
  "attribute.deleted": "deleted the attribute",
  "domain.created": "added the domain",
  "domain.updated": "edited the domain",
  "domain.deleted": "deleted the domain",
  "policy.created": "added the policy",
  "policy.updated": "edited the policy",
  "policy.deleted": "deleted the policy",
  "settings.changed": "changed the settings of",
  "message.retried": "sent a message again to",
  "mail.tested": "sent a test mail to",
  "import.started": "uploaded",
  "import.planned": "previewed",
  "import.replanned": "changed the options of",
  "import.edited": "corrected rows of",
  "import.edit-undone": "took back a correction of",
  "import.edit-redone": "repeated a correction of",
  "import.continued": "went on with the waiting rows of",
  "import.dropped": "dropped rows that had changed since the preview of",
  "import.confirmed": "confirmed",
  "import.guard-failed": "typed a wrong password to confirm",
  "import.committed": "imported",
  "import.failed": "could not import",
  "import.cancelled": "cancelled",
  "import.undo-started": "asked to take back",
  "import.undone": "took back",
  "import.recorded": "kept the evidence of",
  "import.redacted": "removed the rows’ contents of",
  "import.stopped": "stopped the saving of",
  "import.returned": "could not yet save",
  "import.passwords-expired": "destroyed the passwords that were left of",
  "mapping.saved": "kept the mapping",
  "mapping.deleted": "deleted the mapping",
  "import.invited": "invited the people of",
  "invitation.sent": "invited to enrol a device:",
  "invitation.resent": "sent an invitation again to",
  "invitation.revoked": "took back the invitation of",
  "device.enrolled": "enrolled a device for",
  "device.renamed": "renamed a device of",
  "device.lost": "reported a device lost of",
  "device.removed": "removed a device of",
  "accounts.exported": "exported the accounts of",
  "audit.exported": "exported the audit log of",
} as const satisfies Record<`${string}.${string}`, string>;

export type AuditAction = keyof typeof actions;

/** All of them, in the order of the table above. */
export const auditActions = Object.keys(actions) as AuditAction[];

/** What stands between the actor's and the subject's name: "Ingrid Solheim *disabled* Katarzyna Nowak-Lis". */
export function describeAction(action: AuditAction): string {
  return actions[action];
}

/** For a row of a newer or older version that this one does not know. */
export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(actions, text);
}
