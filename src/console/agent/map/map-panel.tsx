import { lazy, Suspense } from 'react';
import { FaultWall } from '../../kit/problems/fault-wall';
import { Waiting } from '../../kit/common/late';
import { useDefinition, useVisits } from '../../kit/ticket-story/data';
import { useGuide, type Ticket } from '../common/ticket-cache';
import styles from './map-view.module.css';

const PAUSE_MS = 3_000;

/** What draws the map, as soon as it can be had: without a connection it is asked for again. */
async function loadMap(): Promise<typeof import('./map-view')> {
  for (;;) {
    try {
      return await import('./map-view');
    } catch {
      await new Promise((go) => setTimeout(go, PAUSE_MS));
    }
  }
}

const MapView = lazy(loadMap);

/** The SOP as a small map. What draws it comes when it is looked at. */
export function MapPanel({ ticket }: { ticket: Ticket }) {
  const definition = useDefinition(ticket);
  const visits = useVisits(ticket.id).data?.items;
  const actions = useGuide(ticket.id).data?.actions;
  if (!definition || !visits || !actions) return <MapPlace />;
  return (
    <FaultWall name="map">
      <Suspense fallback={<MapPlace />}>
        <MapView
          definition={definition}
          where={{ steps: ticket.steps, outcome: ticket.outcome, visits, actions }}
        />
      </Suspense>
    </FaultWall>
  );
}

/** As high as the map will be. */
function MapPlace() {
  return (
    <div className={styles.place}>
      <Waiting rows={6} />
    </div>
  );
}
