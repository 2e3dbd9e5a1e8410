import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/journeys/**/*.test.ts"],
    globalSetup: ["src/app/global-setup.ts"],
    // One app, one browser, one journey after the other: two cores are the least that everybody has.
    fileParallelism: false,
    // A second, which is the default, is little on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
