import { it } from '@jest/globals';
import { testRedisUrl } from '../../support/redis.js';
import { deskContract } from './desk-contract.js';

const url = testRedisUrl();
if (url) deskContract('Redis', url);
else it.skip('the desk with lanes on Redis: needs STEPWISE_TEST_REDIS_URL', () => undefined);
