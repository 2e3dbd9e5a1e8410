// placeholder
import { createRoot } from "react-dom/client";
import { Button } from "../src/index";
const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Button>Hello</Button>);
