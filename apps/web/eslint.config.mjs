import { nextjs } from "@rollcall/eslint";

export default nextjs(import.meta.dirname);
