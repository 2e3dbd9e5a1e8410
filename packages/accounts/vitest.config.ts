import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    // One real PostgreSQL for the run, one migrated template, a clone for every file.
    setupFiles: ["../importer/src/testing/property-seed.ts"],
    globalSetup: ["@rollcall/db/testing/global-setup"],
    // A second, which is the default, is little on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
