export default function Workspace() {
  return <h1>designer</h1>;
}
