import { serve } from './server.mjs';

const wanted = Number(process.env['PORT']);
const { address } = await serve(
  Number.isInteger(wanted) && wanted >= 0 && process.env['PORT'] ? { port: wanted } : {},
);
process.stdout.write(`Ventana observatorio: ${address}\n`);
