/** What the list of imports asks for; the same on the server, which asks first, and in the browser. */
export const listImportsInput = { limit: 50 } as const;
