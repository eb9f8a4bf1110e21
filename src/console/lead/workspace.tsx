import { Navigate, Route, Routes } from 'react-router';
import { BoardPage } from './board-page';

/** The lead's day: where it burns, who does what, and the acts that put it right. */
export default function Workspace() {
  return (
    <Routes>
      <Route index element={<BoardPage />} />
      <Route path="*" element={<Navigate to="/lead" replace />} />
    </Routes>
  );
}
