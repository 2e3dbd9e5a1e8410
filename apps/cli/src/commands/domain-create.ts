/** `rollcall domain create NAME`: a mail domain of the organisation. */
import { createDomain } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";

const validations = { any: "NONE", known: "KNOWN_ADDRESSES", directory: "DIRECTORY_USERS" } as const;

export const command = defineCommand({
  details: "",
  words: [{ name: "NAME", help: "of the domain, such as example.com", required: true }],
  options: {
    recipients: {
      kind: "choice",
      choices: ["any", "known", "directory"],
      help: "for whom mail is taken: any address (when left out), known ones, or users of the directory only",
    },
    ...asOption,
  },
  run: ({ words: [name = ""], options, json, output }) =>
    withHouse(output, options.as, async ({ context }) => {
      const recipientValidation = validations[options.recipients ?? "any"];
      const domain = granted(await createDomain(context, { name, recipientValidation }));
      if (json) await output.json({ domain });
      else await output.line(`Created the domain ${domain.name}.`);
      return 0;
    }),
});
