/**
 * How Next.js builds and serves the console. Headers that need the request (the nonce) or the settings (HSTS) are set in
 * src/proxy.ts and src/server/respond.ts; this file is read at build time and knows neither.
 */
import path from "node:path";
import type { NextConfig } from "next";

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** Answers of the API are data: never stored, never rendered, never framed. */
const data = [
  { key: "Cache-Control", value: "private, no-store" },
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
];

const config: NextConfig = {
  transpilePackages: [
    "@rollcall/accounts",
    "@rollcall/db",
    "@rollcall/email",
    "@rollcall/importer",
    "@rollcall/settings",
    "@rollcall/ui",
    "@rollcall/workbook",
  ],
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "pg-copy-streams",
  ],
  turbopack: { root: path.join(import.meta.dirname, "../..") },
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  agentRules: false,
  devIndicators: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // Types and lint have commands of their own (turbo typecheck, turbo lint): the build does not repeat them.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    optimizePackageImports: ["@rollcall/ui"],
    // Merged less eagerly, a page does not load the same small module with its layout, its error and its not-found page.
    turbopackChunking: { minChunkSize: 20_000, maxChunkCountPerGroup: 40 },
  },
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: everywhere },
      { source: "/api/:path*", headers: data },
    ]),
};

export default config;
