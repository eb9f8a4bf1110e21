import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Waiting } from '../kit/late';
import './designer.css';
import SopList from './sop-list';

const EditorPage = lazy(() => import('./editor-page'));

/** The designer's workspace: the SOPs, and the pages of each. */
export default function Workspace() {
  return (
    <Suspense fallback={<Waiting rows={10} />}>
      <Routes>
        <Route index element={<SopList />} />
        <Route path=":sopId" element={<EditorPage />} />
      </Routes>
    </Suspense>
  );
}
