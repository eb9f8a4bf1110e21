import { cpus } from 'node:os';

/** Where something was measured; null what nobody has noted. */
export interface Machine {
  cores: number;
  cpu: string | null;
  node: string;
}

export function thisMachine(): Machine {
  return { cores: cpus().length, cpu: cpus()[0]?.model.trim() ?? null, node: process.version };
}
