export function PersonScene() {
  return <main>Person</main>;
}
