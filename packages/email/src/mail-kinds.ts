/**
 * Every kind of mail with something to look at, for a preview page and for tests that must miss none.
 */
import type { Mail, MailData, MailKind } from "./mail";
import type { Template } from "./render/template";
import { registry } from "./templates/registry";

export interface MailPreview {
  /** the kind's label, and the variant's where there is one: "Welcome", "Welcome, without a link" */
  label: string;
  mail: Mail;
}

export interface MailKindInfo {
  kind: MailKind;
  label: string;
  previewData: Mail["data"];
  /** the preview data first, then each variant; ready for `renderMail` */
  previews: readonly MailPreview[];
}

function infoOf<K extends MailKind>(
  kind: K,
  template: Template<MailData<K>>,
  mailOf: (data: MailData<K>) => Mail,
): MailKindInfo {
  const { label, previewData, variants } = template;
  const others = Object.entries(variants).map(([name, data]) => ({
    label: `${label}, ${name}`,
    mail: mailOf(data),
  }));
  return { kind, label, previewData, previews: [{ label, mail: mailOf(previewData) }, ...others] };
}

/** One entry a kind, in the order people meet them; a kind that is not here does not compile. */
const byKind: Readonly<Record<MailKind, MailKindInfo>> = {
  welcome: infoOf("welcome", registry.welcome, (data) => ({ kind: "welcome", data })),
  invitation: infoOf("invitation", registry.invitation, (data) => ({ kind: "invitation", data })),
  "password-reset": infoOf("password-reset", registry["password-reset"], (data) => ({
    kind: "password-reset",
    data,
  })),
  "password-changed": infoOf("password-changed", registry["password-changed"], (data) => ({
    kind: "password-changed",
    data,
  })),
  "import-finished": infoOf("import-finished", registry["import-finished"], (data) => ({
    kind: "import-finished",
    data,
  })),
  "import-failed": infoOf("import-failed", registry["import-failed"], (data) => ({
    kind: "import-failed",
    data,
  })),
  "domain-export": infoOf("domain-export", registry["domain-export"], (data) => ({
    kind: "domain-export",
    data,
  })),
  test: infoOf("test", registry.test, (data) => ({ kind: "test", data })),
};

export const mailKinds: readonly MailKindInfo[] = Object.values(byKind);
