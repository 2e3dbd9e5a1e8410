import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/journeys/**/*.test.ts"],
    globalSetup: ["src/app/global-setup.ts"],
    // One app, one browser, one journey after the other: two cores are the least that everybody has.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
