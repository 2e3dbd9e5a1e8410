// Every component on one page, by scene: dist/gallery/index.html#states, #list, #overview, #file, #review, #person, #forms,
// #sign-in, #popups. Invented content; pages of the app are elsewhere.
import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";

import { LocaleProvider, ToastProvider } from "../src/index";
import { FileScene } from "./scene-file";
import { FormsScene } from "./scene-forms";
import { ListScene } from "./scene-list";
import { OverviewScene } from "./scene-overview";
import { PersonScene } from "./scene-person";
import { PopupsScene } from "./scene-popups";
import { ReviewScene } from "./scene-review";
import { SignInScene } from "./scene-sign-in";
import { StatesScene } from "./scene-states";

const SCENES: Record<string, () => ReactNode> = {
  states: StatesScene,
  list: ListScene,
  overview: OverviewScene,
  file: FileScene,
  review: ReviewScene,
  person: PersonScene,
  forms: FormsScene,
  "sign-in": SignInScene,
  popups: PopupsScene,
};

function subscribe(changed: () => void) {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

function App() {
  const hash = useSyncExternalStore(subscribe, () => location.hash.slice(1));
  const Scene = SCENES[hash] ?? StatesScene;
  return (
    <LocaleProvider locale="en-GB" timeZone="Europe/Oslo">
      <ToastProvider>
        <Scene />
      </ToastProvider>
    </LocaleProvider>
  );
}

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<App />);
