import { readFileSync } from 'node:fs';
import os from 'node:os';
import sqlite3 from 'sqlite3';

export interface Machine {
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  sqlite: string;
  /** The version, if measured on PostgreSQL. */
  postgres?: string;
}

export function machine(): Machine {
  return {
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: systemName(),
    node: process.versions.node,
    sqlite: sqlite3.VERSION,
  };
}

function systemName(): string {
  try {
    const name = /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    if (name !== undefined) return name;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return `${os.type()} ${os.release()}`;
}
