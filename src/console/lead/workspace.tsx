export default function Workspace() {
  return <h1>lead</h1>;
}
