export function ReviewScene() {
  return <main>Review</main>;
}
