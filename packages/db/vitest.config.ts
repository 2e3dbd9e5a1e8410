import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["../importer/src/testing/property-seed.ts"],
    globalSetup: ["./src/testing/global-setup.ts"],
    // A database is made, not imagined: starting and killing servers takes its time on a busy machine.
    // A second, which is the default, is little on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
