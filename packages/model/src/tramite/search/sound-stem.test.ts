import { describe, expect, it } from 'vitest';
import { foldText } from '../../fold-text.js';
import { editDistance } from './edit-distance.js';
import { soundStem } from './sound-stem.js';

const stem = (word: string): string => soundStem(foldText(word));

describe('soundStem', () => {
  it.each([
    ['licencia', 'licencias', 'lisensia'],
    ['renovación', 'renovaciones', 'renovar', 'renovado', 'renobasion'],
    ['expedir', 'expedición'],
    ['vehículo', 'vehículos', 'vehicular', 'beiculo'],
    ['nacimiento', 'nacer', 'nacido'],
    ['registro', 'registrar', 'registrada'],
    ['comercio', 'comercial', 'comercios'],
    ['inhumación', 'inhumaciones', 'inumación'],
    ['luz', 'luces'],
    ['mujer', 'mujeres'],
    ['hija', 'hijas'],
    ['casado', 'casada'],
    ['obtener', 'obtención'],
    ['verificación', 'verificar', 'berificasion'],
    ['queja', 'kejas'],
  ])('%s and its kin have one stem', (...words) => {
    expect(new Set(words.map(stem)).size, words.map(stem).join()).toBe(1);
  });

  it.each([
    ['acta', 'acuerdo'],
    ['placa', 'plaza'],
    ['cédula', 'célula'],
    ['permiso', 'pensión'],
    ['INE', 'IMSS'],
  ])('%s and %s have not', (one, other) => expect(stem(one)).not.toBe(stem(other)));
});

describe('editDistance', () => {
  it.each([
    ['acta', 'acta', 0],
    ['acta', 'atca', 1],
    ['acta', 'actas', 1],
    ['licencia', 'licnecai', 2],
    ['licencia', 'predial', 3],
    ['', 'ab', 2],
  ])('from %j to %j', (a, b, edits) => expect(editDistance(a, b, 2)).toBe(edits));
});
