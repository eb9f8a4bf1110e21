import pg from 'pg';

const CLAIM = `update claims_by_hand set holder = $1, held_until = $2
  where id = (select id from claims_by_hand where holder is null order by due_at limit 1 for update skip locked)
  returning id, due_at, body`;

/** The claim that one writes by hand: a table, a partial index, one statement with SKIP LOCKED. */
export class ClaimByHand {
  private constructor(private readonly pool: pg.Pool) {}

  static async open(url: string): Promise<ClaimByHand> {
    const pool = new pg.Pool({ connectionString: url, max: 20 });
    await pool.query(
      `create table claims_by_hand (
         id bigserial primary key, due_at timestamptz not null, holder uuid, held_until timestamptz, body jsonb not null);
       create index claims_by_hand_free on claims_by_hand (due_at) where holder is null`,
    );
    return new ClaimByHand(pool);
  }

  /** Brings the backlog to `size`, due within two days after `from` (ms). */
  async fill(size: number, from: number): Promise<void> {
    await this.pool.query(
      `insert into claims_by_hand (due_at, body)
       select to_timestamp($2::float8 / 1000) + random() * interval '48 hours', '{"subject": "bench"}'
       from generate_series(1, $1 - (select count(*) from claims_by_hand where holder is null))`,
      [size, from],
    );
    await this.pool.query('vacuum (analyze) claims_by_hand');
  }

  async claim(userId: string): Promise<void> {
    const { rowCount } = await this.pool.query({
      name: 'claim-by-hand',
      text: CLAIM,
      values: [userId, new Date(Date.now() + 120_000)],
    });
    if (rowCount !== 1) throw new Error('the claim by hand found nothing');
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
