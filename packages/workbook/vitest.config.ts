// Hostile files are read in processes of their own; nothing here measures time.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["src/**/*.test.ts"], testTimeout: 120_000 } });
