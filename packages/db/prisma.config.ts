// For Prisma's own command line (`npm run generate`). Migrations are applied by src/migrations instead, so no database
// is named here.
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
