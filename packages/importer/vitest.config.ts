// Property tests take seconds on a busy machine; nothing here measures time.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { setupFiles: ["./src/testing/property-seed.ts"], testTimeout: 60_000 },
});
