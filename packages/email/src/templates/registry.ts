/**
 * Every kind of mail and its template. A kind without a template does not compile.
 */
import type { MailData, MailKind } from "../mail";
import type { Template } from "../render/template";
import { domainExport } from "./domain-export";
import { importFailed } from "./import-failed";
import { importFinished } from "./import-finished";
import { invitation } from "./invitation";
import { passwordChanged } from "./password-changed";
import { passwordReset } from "./password-reset";
import { testMail } from "./test-mail";
import { welcome } from "./welcome";

export const registry = {
  welcome,
  invitation,
  "password-reset": passwordReset,
  "password-changed": passwordChanged,
  "import-finished": importFinished,
  "import-failed": importFailed,
  "domain-export": domainExport,
  test: testMail,
} satisfies { [K in MailKind]: Template<MailData<K>> };
