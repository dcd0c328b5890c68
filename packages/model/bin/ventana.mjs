#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runCommand } from '../dist/validate/command.js';

process.exitCode = runCommand(process.argv.slice(2), {
  // npm and pnpm may run scripts from another folder, and tell in INIT_CWD where the user is.
  read: (file) => readFileSync(file === '-' ? 0 : resolve(process.env.INIT_CWD ?? '.', file)),
  schema: () => JSON.parse(readFileSync(new URL('../plan.schema.json', import.meta.url), 'utf8')),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
