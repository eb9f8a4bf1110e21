export default function Workspace() {
  return <h1>admin</h1>;
}
