import { describe, expect, it } from '@jest/globals';
import { visibleName } from '../../../src/console/kit/common/visible-name';

describe('the name of a customer', () => {
  it.each([
    ['Li Wei', 'Li Wei'],
    ['Li\u202eieW', 'LiieW'],
    ['\u2066Li\u2069 \u200bWei\u0000\n', 'Li Wei'],
    ['\u200f\u200e', ''],
    ['محمد علي', 'محمد علي'],
    ['👩‍🚀 Ada', '👩‍🚀 Ada'],
  ])('%j is shown as %j', (name, shown) => {
    expect(visibleName(name)).toBe(shown);
  });
});
