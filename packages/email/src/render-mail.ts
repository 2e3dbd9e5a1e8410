/**
 * Turns a mail's data into subject, HTML and text. Knows neither who it goes to nor how it is sent.
 */
import type { Mail, RenderedMail } from "./mail";
import { registry } from "./templates/registry";

/**
 * Renders a mail. The same data give the same bytes, always, so that a retry sends what the first try sent.
 * Names and subjects lose line breaks and control characters; throws MailDataError when a link or date is none.
 * `how` is for tests: "rendered" lets React make every mail instead of filling in the page it made before.
 */
export function renderMail(mail: Mail, how: "filled" | "rendered" = "filled"): Promise<RenderedMail> {
  switch (mail.kind) {
    case "welcome":
      return registry.welcome.render(mail.data, how);
    case "invitation":
      return registry.invitation.render(mail.data, how);
    case "password-reset":
      return registry["password-reset"].render(mail.data, how);
    case "password-changed":
      return registry["password-changed"].render(mail.data, how);
    case "import-finished":
      return registry["import-finished"].render(mail.data, how);
    case "import-failed":
      return registry["import-failed"].render(mail.data, how);
    case "domain-export":
      return registry["domain-export"].render(mail.data, how);
    case "test":
      return registry.test.render(mail.data, how);
  }
}
