import { it } from '@jest/globals';
import { testRedisUrl } from '../../support/redis.js';
import { queueContract } from './queue-contract.js';

const url = testRedisUrl();
if (url) queueContract('Redis', url);
else it.skip('queues on Redis: needs STEPWISE_TEST_REDIS_URL', () => undefined);
