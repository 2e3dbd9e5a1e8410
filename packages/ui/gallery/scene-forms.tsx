export function FormsScene() {
  return <main>Forms</main>;
}
