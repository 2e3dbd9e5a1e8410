export function SignInScene() {
  return <main>SignIn</main>;
}
