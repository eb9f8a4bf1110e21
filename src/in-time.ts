/** What the work gives, or `late` as its error once the time (ms) is over. What comes after that is not listened to. */
export async function inTime<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  work.catch(() => undefined);
  return Promise.race([work, end]).finally(() => clearTimeout(timer));
}

/** Whether the work ends well within the time (ms). */
export async function endsInTime(work: Promise<unknown>, ms: number): Promise<boolean> {
  return inTime(work, ms, () => new Error('late')).then(
    () => true,
    () => false,
  );
}
