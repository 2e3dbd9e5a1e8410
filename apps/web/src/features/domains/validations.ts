/** Which mail a domain takes, in words. Pure. */
import type { Domain } from "@rollcall/accounts";

export const validations = {
  NONE: {
    label: "Every address",
    meaning: "Mail to any address at the domain is taken, whether somebody has it or not.",
  },
  KNOWN_ADDRESSES: {
    label: "Known addresses only",
    meaning: "Mail is taken for addresses and aliases of accounts here; other mail is rejected.",
  },
  DIRECTORY_USERS: {
    label: "Valid directory users only",
    meaning:
      "Mail is taken for people whom the directory vouches for. Who was imported since is rejected until the directory is synchronised again.",
  },
} as const satisfies Record<Domain["recipientValidation"], { label: string; meaning: string }>;
