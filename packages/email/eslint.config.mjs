import { react } from "@rollcall/eslint";

export default react(import.meta.dirname);
