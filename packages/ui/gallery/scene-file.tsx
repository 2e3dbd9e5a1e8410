export function FileScene() {
  return <main>File</main>;
}
