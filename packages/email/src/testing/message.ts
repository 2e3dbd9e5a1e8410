/**
 * A message to send in tests.
 */
import type { Message } from "../delivery";

export const testMessage: Message = {
  key: "welcome-42",
  from: "Halden Moor <it@haldenmoor.example>",
  to: '"Maren Østby" <maren.ostby@haldenmoor.example>',
  subject: "Welcome to Halden Moor: choose your password",
  html: "<p>Choose a password: Østby &amp; co</p>",
  text: "Choose a password: Østby & co\n",
};
