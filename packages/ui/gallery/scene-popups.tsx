export function PopupsScene() {
  return <main>Popups</main>;
}
