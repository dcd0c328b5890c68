import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexTramites } from '@ventana/model/tramite/search/term-index.js';
import { searchIndex } from '@ventana/model/tramite/search/search-index.js';
import { runSteps } from '@ventana/model/tramite/search/steps.js';
import { ownField } from './fields.js';
import { readTramites } from './open-tramites.js';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../model/${name}`, import.meta.url), 'utf8'));
const raw = json('datos/tramites-ejemplo.json') as { tramites: Record<string, unknown>[] };
const schema = json('tramites.schema.json') as {
  $defs: { tramite: { properties: Record<string, { 'x-en'?: unknown; $ref?: string }> } };
};
const reading = readTramites(raw);
const index = runSteps(indexTramites(reading.model.tramites));
const first = (text: string): string | undefined =>
  searchIndex(index, { text }).hits[0]?.tramite.name;

describe('the schema', () => {
  const { properties } = schema.$defs.tramite;

  it('names only fields that the reader knows, in both languages', () => {
    for (const [key, { $ref, 'x-en': english }] of Object.entries(properties)) {
      expect(ownField(key), key).toBeDefined();
      if (!english) expect(ownField(key)).toBe(ownField($ref?.split('/').at(-1) ?? ''));
    }
  });

  it('knows every field of the example catalogue', () => {
    const used = new Set(raw.tramites.flatMap((tramite) => Object.keys(tramite)));
    expect([...used].filter((key) => !(key in properties))).toEqual([]);
  });
});

describe('the example catalogue', () => {
  it('is read whole, says that it is made up, and has all three levels of government', () => {
    const { model, omitted, problems } = reading;
    expect(model.example).toBe(true);
    expect([omitted, problems]).toEqual([0, []]);
    expect(model.tramites.length).toBeGreaterThanOrEqual(80);
    expect(new Set(model.tramites.map(({ level }) => level))).toEqual(
      new Set(['federal', 'state', 'municipal']),
    );
  });

  it('has a name of its own for every trámite, and no cell that ended up in the wrong place', () => {
    const { tramites } = reading.model;
    expect(new Set(tramites.map(({ name }) => name)).size).toBe(tramites.length);
    expect(tramites.flatMap(({ other }) => other)).toEqual([]);
    expect(tramites.every(({ channels }) => channels.length > 0)).toBe(true);
  });
});

describe('everyday words find the right trámite of the example catalogue', () => {
  it.each([
    ['acta', 'Copia certificada del acta de nacimiento'],
    ['quiero sacar mi acta de nacimiento', 'Copia certificada del acta de nacimiento'],
    ['ine robada', 'Reposición de la credencial para votar por robo o extravío'],
    ['perdí mi ine', 'Reposición de la credencial para votar por robo o extravío'],
    ['renovar mi ine', 'Renovación de la credencial para votar vencida'],
    ['ife primera vez', 'Credencial para votar por primera vez'],
    [
      'credencial de elector cambio de domicilio',
      'Cambio de domicilio en la credencial para votar',
    ],
    ['curp', 'Consulta e impresión de la CURP'],
    ['rfc', 'Inscripción al RFC de personas físicas'],
    ['csf', 'Constancia de situación fiscal'],
    ['licencia de manejo', 'Licencia de conducir de automovilista'],
    ['licensia de manejar moto', 'Licencia de conducir de motociclista'],
    ['renobar licencia', 'Renovación de la licencia de conducir'],
    ['placas de carro nuevo', 'Alta de vehículo nuevo y placas'],
    ['emplacar carro', 'Alta de vehículo nuevo y placas'],
    ['pasaporte niños', 'Pasaporte para niñas, niños y adolescentes'],
    ['renovar pasaporte', 'Renovación del pasaporte de personas adultas'],
    ['cédula', 'Cédula profesional electrónica'],
    ['predial', 'Pago del impuesto predial'],
    ['tenencia', 'Pago de tenencia y refrendo'],
    ['cartilla', 'Cartilla del Servicio Militar Nacional'],
    ['afore desempleo', 'Retiro parcial de la afore por desempleo'],
    ['me despidieron', 'Asesoría gratuita por despido'],
    ['se murió mi papá', 'Registro de defunción'],
    ['numero del imss', 'Asignación del número de seguridad social'],
    ['antecedentes penales', 'Constancia de no antecedentes penales'],
    ['me quiero casar', 'Matrimonio civil en la oficialía'],
    ['divorciarme', 'Divorcio administrativo'],
    ['fotomulta', 'Pago de multas de tránsito'],
    ['tirar colchon viejo', 'Recolección de muebles viejos y cascajo'],
    ['foco fundido', 'Reporte de lámpara fundida'],
    ['vaches', 'Reporte de bache'],
    ['fuga de agua', 'Reporte de fuga de agua'],
    ['tercera edad credencial', 'Credencial del INAPAM'],
    ['RC-EJ-06', 'Divorcio administrativo'],
    ['rcej06', 'Divorcio administrativo'],
  ])('%s', (text, name) => expect(first(text)).toBe(name));
});
