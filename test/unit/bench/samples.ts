import type { AttackFigures } from '../../bench/stalls/stalls.js';
import type { Results } from '../../bench/table/results.js';

type Rates = Results['advance']['advancesPerSecond'];
const system = (usual: number[], others: number[]): Rates => {
  const [statement = 0, ours = 0, oursAtDesk = 0, oursAtDeskWithRelay = 0, prisma = 0, oursOverHttp = 0] =
    usual;
  const [statementOfMany = 0, oursOfMany = 0, statementAlone = 0, oursAlone = 0] = others;
  return {
    ...{ statement, ours, oursAtDesk, oursAtDeskWithRelay, prisma, oursOverHttp },
    ...{ statementOfMany, oursOfMany, statementAlone, oursAlone },
  };
};

type Backlog = Results['claim']['postgres']['backlogs'][string];
const backlog = (ours: number, handWritten: number, oursToHandWritten: number): Backlog => ({
  claimP50Ms: { ours, handWritten },
  claimP99Ms: { ours: 3 * ours, handWritten: 3 * handWritten },
  oursToHandWritten,
  claimsPerSecond: { '1 at once': { ours: 310, handWritten: 2_240, oursToHandWritten: 0.14 } },
});

const attack = (
  family: AttackFigures['family'],
  name: string,
  worstLoopDelayMs: number,
  answer = '200',
  times = 1,
): AttackFigures => ({
  ...{ attack: name, family, times, answer, worstLoopDelayMs },
  ...{ answeredMs: 20, medianLoopDelayMs: 1, worstLiveMs: worstLoopDelayMs + 2 },
});

const verdict = { acknowledgedLost: 0, doubled: 0, refused: 3, refusedButStanding: 0 };

/** What each bench finds out, cut short. */
export const SAMPLES: Results = {
  advance: {
    inFlight: 32,
    many: 128,
    advancesPerSecond: system([3_375, 1_928, 1_880.5, 1_410, 241, 749], [3_500, 2_100, 1_800, 900]),
    p50Ms: system([8.9, 15.1, 16.2, 21, 120, 41], [35, 58, 0.5, 1.05]),
    p99Ms: system([21, 38, 40, 66, 310, 92], [60, 98, 1.2, 2.6]),
    oursToStatement: 0.51,
    oursAtDeskToStatement: 0.5,
    oursAtDeskWithRelayToStatement: 0.42,
    oursToPrisma: 8,
    oursOfManyToStatement: 0.6,
    oursAloneToStatement: 2.1,
    httpToStatement: 0.22,
    httpToInProcess: 0.53,
    httpClientMicros: 41,
    cpuMicros: {
      node: {
        engine: 90,
        decide: 20.4,
        seal: 30,
        rows: 25,
        door: 30,
        driver: 10,
        socket: 20,
        garbage: 25,
        other: 5,
      },
      postgres: 190,
    },
  },
  claim: {
    postgres: {
      backlogs: { '1000': backlog(3.3, 0.42, 7.9), '100000': backlog(4.2, 0.51, 8.5) },
      flatness: 1.31,
      flatnessHandWritten: 1.2,
    },
    redis: {
      backlogs: { '1000': backlog(2.9, 0.43, 6.7), '100000': backlog(2.9, 0.48, 6) },
      flatness: 1,
      flatnessHandWritten: 1.12,
    },
  },
  crash: {
    ...{ kills: 20, clients: 16, seconds: 61.2, tickets: 1_797, acknowledged: 5_391, acknowledgedLost: 0 },
    ...{ ticketsOpenedTwice: 0, advancesTwice: 0, notEnded: 0, refundsMissing: 0, refundsTwice: 0 },
    ...{ keysActedTwice: 0, callsNotOnceInHistory: 0, callsRepeatedToShop: 9, requestsRepeated: 7_012 },
    firstReadyMs: 4_102,
    readyAfterKillMs: { p50: 1_312, p99: 2_480, max: 2_480 },
  },
  lost: {
    lostAnswers: {
      ...{ ...verdict, commands: 10_000, acknowledged: 9_997, answersLost: 98 },
      ms: { p50: 14.2, p99: 88.1 },
    },
    silence: {
      ...{ ...verdict, commands: 76_143, acknowledged: 76_140, secondsSilent: 60 },
      ...{ secondsToWorkAgain: 6.1, longestAnswerSeconds: 6.2 },
    },
  },
  backup: {
    ...{ tickets: 100_000, rows: 500_002, fileMib: 31.4 },
    ...{ backupSeconds: 1.62, moveSeconds: 3.5, backSeconds: 3.58 },
    differentTables: { moved: [], movedBack: [] },
    underLoad: {
      ...{ backupSeconds: 1.8, restoreSeconds: 4.93, messagesInFile: 104_211 },
      ...{ writes: 8_164, writeP50Ms: 1.13, writeP99Ms: 4.8 },
      writesInCopy: { versions: 4_211, messages: 4_211 },
    },
  },
  audit: { rows: 1_000_000, findings: 0, writeSeconds: 92.4, verifySeconds: 31, tickets: 100_000 },
  console: {
    firstLoadKiB: {
      ...{ agent: 436, agentWithTicketAndMap: 459, lead: 366, designer: 687, manager: 591 },
      ...{ managerHeatMap: 602, admin: 396 },
    },
    nextStepMs: { clicks: 100, p50: 53, p95: 76 },
    diagram: { steps: 150, shownMs: 1_904, framesPerSecond: 60, p95FrameMs: 17, longestFrameMs: 50 },
    heatMapMs: { shown: 1_104, answer: 181 },
    axe: { pages: 16, serious: 0 },
  },
  search: {
    ...{ messages: 1_000_000, tickets: 200_000, termsSeconds: 520.3, indexMiB: 190, termsMiB: 522 },
    oneWord: {
      index: { queries: 200, found: 200, p50Ms: 12.04, p95Ms: 1_102.5, worstMs: 1_900 },
      scan: { queries: 20, found: 20, p50Ms: 1_910, p95Ms: 4_080, worstMs: 4_080 },
      times: 159,
    },
    twoWords: {
      index: { queries: 200, found: 200, p50Ms: 64, p95Ms: 512, worstMs: 1_400 },
      scan: { queries: 20, found: 20, p50Ms: 3_702, p95Ms: 5_900, worstMs: 5_900 },
      times: 58,
    },
  },
  stalls: {
    repeats: 3,
    attacks: [
      attack('request', 'an ordinary request', 3),
      attack('endless', 'POST /api/sops/check: one long text', 4, '400 bad-json'),
      attack('endless', 'POST /api/sops/check: one long text, 10 at once', 65, '400 bad-json', 10),
      attack('endless', 'PATCH /api/me: 80,000 fields', 6, 'cut off (SocketError)'),
      attack('request', 'sign-in with 90,000 keys', 2, '413 too-large'),
      attack('check', '12 parallel regions', 7, '200 unreachable'),
      attack('check', '1,000 guards', 9),
      attack('walk', 'lists within lists, all', 15, '422 over-budget'),
      attack('walk', '900 states', 6),
      attack('data', '48,000 numbers', 1, '422 too-many-values'),
    ],
  },
  starts: {
    ...{ npmCiSeconds: null, buildSeconds: 31.2, firstStartSeconds: 54.04, secondStartSeconds: 3.3 },
    ...{
      stopSeconds: 0.4,
      residentMibAtRest: { afterFirstStart: 344, afterSecondStart: 270 },
      restSeconds: 10,
    },
  },
};
