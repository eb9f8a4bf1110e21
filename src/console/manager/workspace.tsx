export default function Workspace() {
  return <h1>manager</h1>;
}
