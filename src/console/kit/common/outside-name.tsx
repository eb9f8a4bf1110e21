import { visibleName } from './visible-name';

/** A name that came from outside, such as a customer's; it changes nothing around it. `other`: where none is left. */
export function OutsideName({ name, other = '' }: { name: string; other?: string }) {
  return <bdi>{visibleName(name) || visibleName(other)}</bdi>;
}
