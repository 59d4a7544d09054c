// Node 20 cannot load TypeScript: after this import, `require` of a .ts file has swc compile it, as in the tests.
import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import swc from '@swc/core';

const options = JSON.parse(readFileSync(new URL('../.swcrc', import.meta.url), 'utf8'));
Module._extensions['.ts'] = (module, filename) => {
  const { code } = swc.transformFileSync(filename, { ...options, swcrc: false });
  module._compile(code, filename);
};
