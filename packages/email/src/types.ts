/**
 * The types of this package and nothing that runs: for code that may know what a mail says but not how one is made or sent.
 * Import it as `@rollcall/email/types`; it pulls in no React.
 */
export type {
  DomainExportData,
  EveryMail,
  ImportCounts,
  ImportFailedData,
  ImportFinishedData,
  InvitationData,
  Mail,
  MailData,
  MailKind,
  PasswordChangedData,
  PasswordResetData,
  RenderedMail,
  ReportedProblem,
  TestData,
  WelcomeData,
} from "./mail";
export type {
  Attachment,
  Delivery,
  Message,
  OutboxConfig,
  ResendConfig,
  SmtpConfig,
  Transport,
  TransportConfig,
} from "./delivery";
