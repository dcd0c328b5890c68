import { describe, expect, it } from 'vitest';
import { documentKey } from './document-key.js';
import { parseRequirement } from './requirement.js';

describe('parseRequirement', () => {
  it.each([
    ['Acta de nacimiento original y copia.', 1, 1],
    ['INE (original y dos copias)', 1, 2],
    ['Cartilla de vacunación y dos copias.', undefined, 2],
    ['Copia de la tarjeta de circulación', undefined, 1],
    ['2 copias simples del contrato', undefined, 2],
    ['Acta de matrimonio (original)', 1, undefined],
    ['Copias de las actas', undefined, undefined],
    ['2 fotografías tamaño infantil', undefined, undefined],
    ['Contrato y copia de INE del propietario', undefined, undefined],
    ['CURP', undefined, undefined],
    ['INE original (sin copia)', undefined, undefined],
    ['CURP, no requiere copia', undefined, undefined],
    ['Original, sin copia', undefined, undefined],
    ['Acta de nacimiento original o copia', undefined, undefined],
    ['Solicitud de copia', undefined, undefined],
    ['Recibo de pago de la copia', undefined, undefined],
    ['No presentar original', undefined, undefined],
    ['Sin original', undefined, undefined],
    ['Copia del original', undefined, 1],
    ['Comprobante de domicilio no mayor a 3 meses, original y copia', 1, 1],
    ['Plano (2 originales y 1 copia)', 2, 1],
    ['Plano, originales y copia', undefined, 1],
    ['Formato 3 original y copia', 1, 1],
    ['Copia de 2 identificaciones', undefined, undefined],
    ['Copia de las 3 últimas nóminas', undefined, undefined],
    ['Copia de la INE de los dos testigos', undefined, undefined],
    ['Copia del recibo de los últimos 3 meses', undefined, 1],
    ['Una copia de la INE y una copia de la CURP', undefined, undefined],
    ['Original y 2 copias de la INE', 1, 2],
    ['Original y copia de INE', 1, 1],
    ['Original y copia de 2 identificaciones', undefined, undefined],
  ])('%j', (text, original, copies) => {
    const read = parseRequirement(text);
    expect([read.name, read.original, read.copies]).toEqual([text, original, copies]);
  });
});

describe('documentKey', () => {
  it.each([
    ['INE vigente (original y copia)', 'Credencial para votar'],
    ['CURP (2 copias)', 'CURP (actualizada, no mayor a 3 meses)'],
    ['Credencial de elector', 'copia de INE'],
    ['Original y 2 copias de la INE', 'INE'],
    ['Original y copia de CURP', 'CURP'],
    ['Original del acta de nacimiento', 'Acta de nacimiento'],
    ['CURP', 'Clave Única de Registro de Población (CURP)'],
    ['Comprobante de domicilio no mayor a 3 meses', 'COMPROBANTE DE DOMICILIO.'],
    ['Acta de nacimiento del interesado', 'Acta de nacimiento original y copia.'],
  ])('%j and %j are one document', (one, other) => {
    expect(documentKey(one)).toBe(documentKey(other));
  });

  it.each([
    ['CURP', 'CURP del menor'],
    ['Acta de nacimiento', 'Acta de matrimonio'],
    ['Identificación oficial', 'INE'],
    ['INE del padre', 'INE de la madre'],
    ['Original y copia de la INE del padre', 'INE'],
    ['Comprobante de domicilio', 'Comprobante de estudios'],
    ['(1)', '(2)'],
    ['Acta de nacimiento (contrayente 1)', 'Acta de nacimiento (contrayente 2)'],
    ['CURP (padre)', 'CURP (hijo)'],
    ['✔', '★'],
  ])('%j and %j are two', (one, other) => expect(documentKey(one)).not.toBe(documentKey(other)));
});
