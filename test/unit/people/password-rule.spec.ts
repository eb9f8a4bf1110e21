import { describe, expect, it } from '@jest/globals';
import { dictionary } from '@zxcvbn-ts/language-common';
import { findPasswordFault, readCommon } from '../../../src/people/passwords/rule.js';
import { placeOf } from '../../../src/people/throttle/place.js';

const common = readCommon(dictionary['passwords-common']);
const about = ['stepwise', 'xiaoyu.lin@shop.example', '林小雨', 'after-sales', 'After-sales', '售后组'];
const faultOf = (password: string): string | undefined => findPasswordFault(password, { common, about })?.en;

describe('a password that somebody chooses', () => {
  it.each([
    ['short', 'at least'],
    ['九个汉字的密码太短', 'at least'],
    ['qwertyuiop', 'guessed first'],
    ['QWERTYUIOP', 'guessed first'],
    ['1q2w3e4r5t', 'guessed first'],
    ['Password2026!', 'guessed first'],
    ['!!p@ssw0rd!!', 'guessed first'],
    ['dragondragon', 'guessed first'],
    ['ｑｗｅｒｔｙｕｉｏｐ', 'guessed first'],
    ['aaaaaaaaaaaa', 'row or a repetition'],
    ['ababababababab', 'row or a repetition'],
    ['abcdefghijklmn', 'row or a repetition'],
    ['987654321098', 'row or a repetition'],
    ['stepwise-2026', 'others can guess'],
    ['5tepw1se-2026', 'others can guess'],
    ['linxiaoyu123', 'others can guess'],
    ['shop-example-1', 'others can guess'],
    ['林小雨林小雨林小雨1', 'others can guess'],
    ['售后组2026林小雨', 'others can guess'],
    ['after-sales-12', 'others can guess'],
  ])('must not be %s: %s', (password, why) => {
    expect(faultOf(password)).toContain(why);
  });

  it.each([
    ...['Stepwise123456', 'stepwise@2026-11', 'aftersales123456', 'stepwisepassword', 'Password1!Password1!'],
    ...['qwerty123456qwerty', 'iloveyou iloveyou', 'adminadmin12', 'agentagent99', 'demodemodemo1'],
    ...[
      'passw0rd-passw0rd',
      'p a s s w o r d',
      'passw\u043erd123',
      '\u043f@ssword12',
      'p\u00e4ssw\u00f6rd12',
    ],
    ...[
      'password\u200bpassword',
      'lettmeinnow',
      'monkey dragon',
      'p@ssword12',
      'ADMIN-lead-test-1',
      '19991231-20001231',
    ],
  ])('is not dressed up as %j', (password) => {
    expect(faultOf(password)).toBeDefined();
  });

  it.each([
    ...['purple river stapler', 'my cat hates mondays', 'tea-kettle-orbit', 'Quietly9Fjords', 'Zq4!mW9xLp'],
    ...[
      'three blue teapots',
      'grüne Wiese im Mai',
      'ночной поезд на юг',
      'hunter2 never sleeps',
      'bK7#vunT2s',
    ],
    ...[
      'Lantern-moss-41',
      'ann likes long walks',
      '下雨天适合读长篇小说',
      'ocean violin ladder',
      'kept-to-herself',
    ],
    'correct horse battery',
    'long-enough',
    'stepwise keeps my tea warm',
    '窗外的雨下得真不小啊',
    'Vq7-wold-TRAM',
  ])('may be %s', (password) => {
    expect(faultOf(password)).toBeUndefined();
  });
});

describe('the place of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['64:ff9b::203.0.113.7', '203.0.113.7'],
    ['2001:db8:a:b:c:d:e:f', '2001:db8:a:b::/64'],
    ['2001:db8:a:b::1', '2001:db8:a:b::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'nowhere'],
    ['not an address', 'nowhere'],
  ])('%s is %s', (ip, place) => {
    expect(placeOf(ip)).toBe(place);
  });
});
