/**
 * The content security policy of a page. Pure. Scripts and style sheets need the nonce or our own origin; style
 * attributes are allowed, because widgets place themselves with them.
 */
export interface PolicyInput {
  nonce: string;
  /** https: also upgrade what was linked by http */
  secure: boolean;
  /** `next dev`: React's stack traces need eval and hot reload a socket */
  development: boolean;
}

export function contentSecurityPolicy({ nonce, secure, development }: PolicyInput): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The overlay of `next dev` writes style elements of its own.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ];
  return [...directives, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; ");
}
