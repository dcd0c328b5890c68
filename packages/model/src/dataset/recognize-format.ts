import { NAME_LENGTH, plainWords } from '../plain-words.js';
import type { Resource } from './dataset.js';

/** What a resource is written in. Absent flags are not known, which is not the same as `false`. */
export interface RecognizedFormat {
  /** Canonical name (`CSV`, `GeoJSON`), or the source's own text where it names no format we know. */
  readonly label: string;
  readonly isKnown: boolean;
  /** Structured: a program reads its records without a person's help. */
  readonly isMachineReadable?: boolean;
  /** Its specification is public and no paid program is needed to read it. */
  readonly isOpen?: boolean;
  /** RDF and its kin, in which things have addresses. */
  readonly isLinkedData?: boolean;
  /** Packed in a ZIP, gzip or the like. */
  readonly isPacked?: boolean;
}

type Resourceish = Pick<Resource, 'format' | 'mediaType' | 'url'>;

/**
 * Canonical names by class, the particular before the general: of several in one text the first
 * here is meant. After `=`, how words of other spellings begin (a dot is a space). Classes: `l`
 * linked data, `s` structured and open, `x` structured but one company's, `d` open document, `p`
 * one company's document, `a` an interface (open or not, it does not say), `z` a container that
 * does not say what it holds.
 */
const NAMES = `l JSON-LD=ld.json|jsonld SPARQL Turtle=ttl\\b RDF=owl\\b|n.?triples|n[3tq]\\b
s GeoJSON=geo.json|topojson KML=kmz GML GPX RSS=atom
d SVG
s CSV=csv|geocsv|comma|comas|virgula TSV=tab.[sd]|tabul
x XLSX=spreadsheetml|xls[mb] XLS=ms.?excel Excel
s ODS=opendocument.s
d ODT=opendocument.t
p DOCX=wordproc DOC=ms.?word|word\\b PPTX=presentationml PPT=powerpoint RTF
s SHP=shape GPKG=geopackage Parquet SQLite SQL DBF YAML=yml JSON=ndjson|json
x MDB=access|accdb
d PDF=portable.doc HTML=htm|xhtml|web.?page|pagina.web
s XML
a WMS WFS API=rest\\b|arcgis|web.?service|servicio
d JPEG=jpg PNG TIFF=geotif TXT=text|plain
z ZIP=zip|compr GZIP=gz|tgz RAR 7Z`;

interface Name {
  readonly label: string;
  readonly kind: string;
  readonly words: RegExp;
}

let compiled: readonly Name[] | undefined;

/** Built at the first question, not at load: pages that show no format pay nothing. */
function names(): readonly Name[] {
  return (compiled ??= NAMES.split('\n').flatMap((line) => {
    const [kind = '', ...entries] = line.split(' ');
    return entries.map((entry) => {
      const [label = '', ...more] = entry.split('=');
      const words = new RegExp(`\\b(?:${[`${plainWords(label)}\\b`, ...more].join('|')})`);
      return { label, kind, words };
    });
  }));
}

/** `datos.csv.zip` of an address, which is where its extension is; an address of a program has none. */
function fileExtension(url: string): string {
  const name = /^[^?#]*[^/:]\/([^/?#]*)/.exec(url)?.[1] ?? '';
  return /(\.[a-z0-9]{1,8}){1,2}$/i.exec(name)?.[0] ?? '';
}

/**
 * The format of a resource under one name, whatever its spelling: `.CSV`, `text/csv; charset=utf-8`,
 * `Valores separados por comas` and `zip+csv` are all CSV. It goes by `format`, then by the media
 * type, then by the extension of the address where no format is declared or it is a ZIP. What names no format we know
 * stays as its publisher wrote it. `undefined` when there is nothing to go by.
 *
 * Which formats are open follows the Guía de Implementación de la Política de Datos Abiertos
 * (Mexico, 2017, step 2.1: CSV, JSON, XML, SHP, GeoJSON, KML, ODT, SQLite, SQL) and, for what it
 * does not name, whether the specification is public; Excel is structured but not open, as in
 * Berners-Lee's second star.
 */
export function recognizeFormat(resource: Resourceish): RecognizedFormat | undefined {
  const { format = '', mediaType = '', url = '' } = resource;
  let isPacked = false;
  let container: string | undefined;
  const look = (text: string): RecognizedFormat | undefined => {
    const words = plainWords(text.slice(0, NAME_LENGTH));
    const [found, ...others] = names().filter((name) => name.words.test(words));
    const packing = [found, ...others].find((name) => name?.kind === 'z');
    container ??= packing?.label;
    isPacked = container !== undefined;
    return found && found !== packing ? known(found, isPacked) : undefined;
  };
  const declared = format.trim();
  const label = declared || mediaType.trim();
  return (
    look(format) ??
    look(mediaType) ??
    (declared === '' || isPacked ? look(fileExtension(url)) : undefined) ??
    (container ? { label: container, isKnown: true, isPacked: true } : undefined) ??
    (label ? { label, isKnown: false } : undefined)
  );
}

function known({ label, kind }: Name, isPacked: boolean): RecognizedFormat {
  return {
    label,
    isKnown: true,
    isMachineReadable: 'lsxa'.includes(kind),
    isLinkedData: kind === 'l',
    ...(kind !== 'a' && { isOpen: 'lsd'.includes(kind) }),
    ...(isPacked && { isPacked }),
  };
}

/** `CSV/XLS` and `CSV y PDF` name two; `text/csv`, `CSV/TXT` and a format in a ZIP, one. */
function formatsOf(resource: Resourceish): readonly RecognizedFormat[] {
  const pieces = (resource.format ?? '')
    .slice(0, NAME_LENGTH)
    .split(/[/,;]| (?:y|and) /i)
    .flatMap((format) => recognizeFormat({ format }) ?? []);
  const areMany = pieces.every(
    ({ label, isKnown, isPacked }) => isKnown && !isPacked && label !== 'TXT',
  );
  return areMany && pieces.length > 1 ? pieces : [recognizeFormat(resource) ?? []].flat();
}

/** The formats of a dataset, each once, in the order of its resources. */
export function datasetFormats(resources: readonly Resourceish[]): readonly RecognizedFormat[] {
  const formats = resources.flatMap(formatsOf);
  const labels = formats.map(({ label }) => label);
  return formats.filter(({ label }, index) => labels.indexOf(label) === index);
}
