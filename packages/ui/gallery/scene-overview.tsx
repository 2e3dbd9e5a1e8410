export function OverviewScene() {
  return <main>Overview</main>;
}
