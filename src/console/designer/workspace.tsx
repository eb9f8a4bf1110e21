import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Waiting } from '../kit/common/late';
import SopList from './sop-list';

const EditorPage = lazy(() => import('./editor/editor-page'));
const WalkPage = lazy(() => import('./walk/walk-page'));
const VersionsPage = lazy(() => import('./versions/versions-page'));
const ComparePage = lazy(() =>
  import('./compare/compare-page').then((page) => ({ default: page.ComparePage })),
);

/** The designer's workspace: the SOPs, and the pages of each. */
export default function Workspace() {
  return (
    <Suspense fallback={<Waiting rows={10} />}>
      <Routes>
        <Route index element={<SopList />} />
        <Route path=":sopId" element={<EditorPage />} />
        <Route path=":sopId/walk" element={<WalkPage />} />
        <Route path=":sopId/versions" element={<VersionsPage />} />
        <Route path=":sopId/compare" element={<ComparePage />} />
      </Routes>
    </Suspense>
  );
}
