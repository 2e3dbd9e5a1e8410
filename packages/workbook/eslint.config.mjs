import { library } from "@rollcall/eslint";

export default library(import.meta.dirname);
