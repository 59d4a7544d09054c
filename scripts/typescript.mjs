// Node 20 does not run TypeScript, so swc compiles each file when it is loaded, as in the tests.
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
