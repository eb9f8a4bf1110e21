export default function Workspace() {
  return <h1>agent</h1>;
}
