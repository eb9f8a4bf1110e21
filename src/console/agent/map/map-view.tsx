import { ExpandOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { useLang, useTexts } from '../../i18n/texts';
import { mapOf, type MapNode, type Place, type Whereabouts } from './map';
import { MapDrawing, MapSign } from './map-drawing';
import { placeMap, BOX, type PlacedMap } from './map-layout';
import { aroundTexts } from '../common/texts-around';
import { classes } from '../../kit/common/classes';
import styles from './map-view.module.css';
import small from '../common/small.module.css';

const places = [
  { place: 'done', word: 'mapDone', list: 'mapDoneList' },
  { place: 'here', word: 'mapHere', list: 'mapHereList' },
  { place: 'next', word: 'mapNext', list: 'mapNextList' },
] as const;

/** Where the ticket was, is and can go, drawn; the same in words for those who do not see it. */
export default function MapView({ definition, where }: { definition: SopDefinition; where: Whereabouts }) {
  const say = useTexts(aroundTexts);
  const [isLarge, setLarge] = useState(false);
  // The answers of the server stay the same objects as long as nothing changed in them.
  const { steps, outcome, visits, actions } = where;
  const map = useMemo(
    () => placeMap(mapOf(definition, { steps, outcome, visits, actions })),
    [definition, steps, outcome, visits, actions],
  );
  if (map.nodes.length === 0) return <p className={small.none}>{say('noMap')}</p>;
  return (
    <figure className={styles.map} data-testid="map" aria-label={say('map')}>
      <MapWindow map={map} />
      <Button
        className={styles.enlarge}
        size="small"
        icon={<ExpandOutlined aria-hidden />}
        aria-label={say('enlarge')}
        title={say('enlarge')}
        onClick={() => setLarge(true)}
      />
      <figcaption>
        <ul className={styles.legend} aria-hidden>
          {places.map(({ place, word }) => (
            <li key={place}>
              <MapSign place={place} /> {say(word)}
            </li>
          ))}
        </ul>
        {map.hidden > 0 && <p className={styles.hidden}>{say('mapHidden', { count: map.hidden })}</p>}
        <InWords nodes={map.nodes} />
      </figcaption>
      <Modal
        open={isLarge}
        title={say('map')}
        footer={null}
        width="min(1100px, 94vw)"
        onCancel={() => setLarge(false)}
        destroyOnHidden
      >
        <MapWindow map={map} isLarge />
      </Modal>
    </figure>
  );
}

/** The part of the map around the place where the ticket is; the rest comes by scrolling. */
function MapWindow({ map, isLarge = false }: { map: PlacedMap; isLarge?: boolean }) {
  const say = useTexts(aroundTexts);
  const frame = useRef<HTMLDivElement>(null);
  const here = map.nodes.find(({ place }) => place === 'here');
  const [x, y] = [here?.x, here?.y];
  useLayoutEffect(() => {
    const { current } = frame;
    if (!current || x === undefined || y === undefined) return;
    current.scrollTo({
      left: x + BOX.width / 2 - current.clientWidth / 2,
      top: y + BOX.height / 2 - current.clientHeight * 0.4,
    });
  }, [x, y]);
  return (
    <div
      ref={frame}
      className={isLarge ? classes(styles.window, styles.large) : styles.window}
      role="group"
      aria-label={say('map')}
      // It can be scrolled with the keys.
      tabIndex={0}
    >
      <MapDrawing map={map} />
    </div>
  );
}

function InWords({ nodes }: { nodes: MapNode[] }) {
  const say = useTexts(aroundTexts);
  const lang = useLang();
  const namesOf = (place: Place): string =>
    nodes
      .filter((node) => node.place === place)
      .map(({ title }) => title[lang])
      .join(lang === 'en' ? ', ' : '、');
  return (
    <ul className="sr-only">
      {places.map(({ place, list }) => {
        const steps = namesOf(place);
        return steps === '' ? null : <li key={place}>{say(list, { steps })}</li>;
      })}
    </ul>
  );
}
