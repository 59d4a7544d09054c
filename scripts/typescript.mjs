// Node 20 reads no TypeScript by itself: swc, which the tests use too, turns each file into JavaScript as it is loaded.
import { createRequire, Module } from 'node:module';
import { readFileSync } from 'node:fs';
import swc from '@swc/core';

const options = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
Module._extensions['.ts'] = (module, filename) => {
  const { code } = swc.transformFileSync(filename, { ...options, swcrc: false });
  module._compile(code, filename);
};

/** Loads a TypeScript file of the project, by its path in the repository. */
export function load(path) {
  return createRequire(import.meta.url)(`../${path}`);
}
