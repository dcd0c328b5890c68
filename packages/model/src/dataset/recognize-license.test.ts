import { describe, expect, it } from 'vitest';
import { recognizeLicense } from './recognize-license.js';

describe('recognizeLicense', () => {
  it.each([
    [{ id: 'cc-zero', title: 'Creative Commons CCZero' }, 'CC0 1.0'],
    [{ url: 'https://creativecommons.org/publicdomain/zero/1.0/' }, 'CC0 1.0'],
    [{ id: 'CC0-1.0' }, 'CC0 1.0'],
    [{ id: 'cc-by', title: 'Creative Commons Atribuição' }, 'CC BY'],
    [{ title: 'Creative Commons Attribution' }, 'CC BY'],
    [{ title: 'Creative Commons Atribución 2.5 Argentina' }, 'CC BY 2.5'],
    [{ title: 'Creative Commons Reconocimiento 4.0' }, 'CC BY 4.0'],
    [{ url: 'http://creativecommons.org/licenses/by/4.0/' }, 'CC BY 4.0'],
    [{ url: 'http://www.opendefinition.org/licenses/cc-by' }, 'CC BY'],
    [{ id: 'CC-BY-SA-4.0' }, 'CC BY-SA 4.0'],
    [{ title: 'Creative Commons Atribución-CompartirIgual 4.0' }, 'CC BY-SA 4.0'],
    [{ title: 'Creative Commons Attribution Share-Alike' }, 'CC BY-SA'],
    [{ id: 'odc-odbl' }, 'ODbL 1.0'],
    [{ title: 'Open Data Commons Open Database License (ODbL)' }, 'ODbL 1.0'],
    [{ title: 'Open Data Commons Open Database License 1.0' }, 'ODbL 1.0'],
    [{ id: 'odc-pddl' }, 'PDDL 1.0'],
    [{ id: 'odc-by' }, 'ODC-By 1.0'],
    [{ title: 'Open Data Commons Attribution License' }, 'ODC-By 1.0'],
    [{ id: 'uk-ogl', title: 'UK Open Government Licence (OGL)' }, 'OGL'],
    [{ title: 'Libre Uso MX' }, 'Libre Uso MX'],
    [{ title: 'Términos de Libre Uso MX de los Datos Abiertos' }, 'Libre Uso MX'],
    [{ url: 'https://datos.gob.mx/libreusomx' }, 'Libre Uso MX'],
    [{ title: 'Términos de libre uso de la información del INEGI' }, 'Libre Uso INEGI'],
    [{ title: 'INEGI: términos de libre uso' }, 'Libre Uso INEGI'],
    [{ url: 'https://creativecommons.org/licenses/by/4.0/deed.no' }, 'CC BY 4.0'],
    [{ title: 'Creative Commons Atribución 4.0 Internacional', claimedOpen: false }, 'CC BY 4.0'],
    [{ title: 'Creative Commons Atribución 4.0, algunos derechos reservados' }, 'CC BY 4.0'],
    [{ id: 'gfdl', title: 'GNU Free Documentation License' }, 'GFDL'],
  ])('knows %o for %s, open', (license, name) => {
    expect(recognizeLicense(license)).toEqual({ name, isOpen: 'yes' });
  });

  it.each([
    { id: 'other-pd', title: 'Outra (Domínio Público)' },
    { id: 'other-open', title: 'Otra (Abierta)' },
    { title: 'Other (Attribution)' },
    { title: 'Dominio público' },
  ])('knows %o for open without a name of its own', (license) => {
    expect(recognizeLicense(license)).toEqual({ isOpen: 'yes' });
  });

  it.each([
    [{ id: 'cc-nc', title: 'Creative Commons Non-Commercial (Any)' }, 'no'],
    [{ title: 'Creative Commons Atribución-NoComercial 4.0' }, 'no'],
    [{ title: 'Creative Commons Atribuição-NãoComercial' }, 'no'],
    [{ url: 'https://creativecommons.org/licenses/by-nc-sa/4.0/' }, 'no'],
    [{ id: 'CC-BY-ND-4.0' }, 'no'],
    [{ title: 'Creative Commons Reconocimiento-SinObraDerivada' }, 'no'],
    [{ id: 'other-closed', title: 'Otra (Cerrada)' }, 'no'],
    [{ id: 'other-nc' }, 'no'],
    [{ title: 'Todos los derechos reservados' }, 'no'],
    [{ title: 'Municipio de Ejemplo, derechos reservados' }, 'no'],
    [{ title: 'CC0 1.0: no rights reserved' }, 'cant-tell'],
    [{ title: 'Creative Commons' }, 'cant-tell'],
    [{ title: 'Licencia del Municipio de Ejemplo' }, 'cant-tell'],
    [{ title: 'Licencia del Municipio de Ejemplo', claimedOpen: false }, 'cant-tell'],
  ] as const)('%o: open? %s', (license, isOpen) => {
    expect(recognizeLicense(license)?.isOpen).toBe(isOpen);
  });

  it.each([
    ['Otra (No abierta)', 'no'],
    ['Outra (Não Aberta)', 'no'],
    ['Otra licencia no abierta', 'no'],
    ['Other (not open)', 'no'],
    ['Prohibido el libre uso', 'no'],
    ['Libre uso interno, prohibida su redistribución', 'no'],
    ['CC BY sin fines comerciales', 'no'],
    ['Creative Commons Atribución-SinFinesComerciales', 'no'],
    ['CC BY uso comercial prohibido', 'no'],
    ['CC BY, uso comercial no permitido', 'cant-tell'],
    ['Open data, not for commercial use', 'no'],
    ['Libre uso interno', 'cant-tell'],
    ['Libre uso solo académico', 'cant-tell'],
    ['No es de dominio público', 'cant-tell'],
    ['no es CC-BY', 'cant-tell'],
  ] as const)('does not take "%s" for open: %s', (title, isOpen) => {
    expect(recognizeLicense({ title })?.isOpen).toBe(isOpen);
    expect(recognizeLicense({ title, claimedOpen: true })?.isOpen).toBe(isOpen);
  });

  it('cannot tell where a name is of an open kind and its portal says that it is not', () => {
    expect(recognizeLicense({ title: 'Otra (Abierta)', claimedOpen: false })).toEqual({
      isOpen: 'cant-tell',
    });
  });

  it('names the terms of a closed Creative Commons licence', () => {
    expect(recognizeLicense({ url: 'https://creativecommons.org/licenses/by-nc-nd/3.0/' })).toEqual(
      {
        name: 'CC BY-NC-ND 3.0',
        isOpen: 'no',
      },
    );
  });

  it.each([
    { id: 'notspecified', title: 'No se especificó la licencia' },
    { id: 'notspecified', title: 'License not specified' },
    { title: 'Licença não especificada' },
  ])('says of %o that no licence was chosen', (license) => {
    expect(recognizeLicense(license)).toEqual({ isOpen: 'cant-tell', isUnspecified: true });
  });

  it('takes the word of a source for a licence it does not know, and says so', () => {
    expect(recognizeLicense({ title: 'Licencia propia', claimedOpen: true })).toEqual({
      isOpen: 'yes',
      isClaim: true,
    });
  });

  it('has nothing to say of none', () => {
    expect(recognizeLicense(undefined)).toBeUndefined();
    expect(recognizeLicense({ claimedOpen: true })).toBeUndefined();
  });
});
