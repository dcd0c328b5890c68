import { NAME_LENGTH, plainWords } from './plain-words.js';
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
 * here is meant. Classes: `l` linked data, `s` structured and open, `x` structured but one
 * company's, `d` open document, `p` one company's document, `a` an interface (open or not, it does
 * not say), `z` a container that does not say what it holds.
 */
const NAMES = `l JSON-LD SPARQL Turtle RDF
s GeoJSON KML GML GPX GTFS WFS RSS
d SVG
s CSV TSV
x XLSX XLS Excel
s ODS
d ODT ODP
p DOCX DOC PPTX PPT RTF
s SHP GPKG Parquet SQLite SQL DBF NetCDF YAML JSON
x MDB DWG GDB SAV DTA
d PDF HTML
s XML
a API
d JPEG PNG TIFF TXT
z ZIP GZIP RAR 7Z`;

/** Other spellings: the name they stand for, and how a word of theirs begins. */
const SPELLINGS = `json ld=ld json|jsonld
turtle=ttl\\b
rdf=owl\\b|n ?triples|n[3tq]\\b|rdfa
geojson=geo json|topojson
kml=kmz|keyhole
rss=atom
csv=csv|geocsv|comma|comas|virgula
tsv=tab s|tab d|tabul
xlsx=spreadsheetml|xls[mb]
xls=ms ?excel
ods=opendocument s
odt=opendocument t
docx=wordproc
doc=ms ?word|word\\b
pptx=presentationml
ppt=powerpoint
shp=shape
gpkg=geopackage
parquet=geoparq
json=ndjson|json
yaml=yml
mdb=access|accdb
pdf=portable doc
html=htm|xhtml|web ?page|pagina web
api=rest\\b|soap\\b|wms|wcs|odata|arcgis|web ?service|servicio
jpeg=jpg
tiff=geotif|tif\\b
txt=text|plain
gzip=gz|tgz
zip=compres|comprim|zip`;

interface Name {
  readonly label: string;
  readonly kind: string;
  readonly words: RegExp;
}

let compiled: readonly Name[] | undefined;

/** Built at the first question, not at load: pages that show no format pay nothing. */
function names(): readonly Name[] {
  if (compiled) return compiled;
  const spellings = new Map(
    SPELLINGS.split('\n').map((line) => line.split('=') as [string, string]),
  );
  compiled = NAMES.split('\n').flatMap((line) => {
    const [kind = '', ...labels] = line.split(' ');
    return labels.map((label) => {
      const word = plainWords(label);
      const others = spellings.get(word);
      return { label, kind, words: new RegExp(`\\b(?:${word}\\b${others ? `|${others}` : ''})`) };
    });
  });
  return compiled;
}

function match(text: string): Name | undefined {
  const words = plainWords(text.slice(0, NAME_LENGTH));
  return names().find((name) => name.words.test(words));
}

/** `datos.csv.zip` of an address, which is where its extension is; an address of a program has none. */
function fileExtension(url: string): string {
  const name = /^[^?#]*[^/:]\/([^/?#]*)/.exec(url)?.[1] ?? '';
  return /(\.[a-z0-9]{1,8}){1,2}$/i.exec(name)?.[0] ?? '';
}

const PACKED = /\b(?:7z|rar|tar|t?gz|zip|kmz|compr)/;

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
  const containers: Name[] = [];
  const look = (text: string): RecognizedFormat | undefined => {
    const name = match(text);
    if (name?.kind === 'z') containers.push(name);
    else if (name) return known(name, containers.length > 0 || PACKED.test(plainWords(text)));
    return undefined;
  };
  const found = look(format) ?? look(mediaType);
  if (found) return found;
  const declared = format.trim();
  const byName = declared === '' || containers.length > 0 ? look(fileExtension(url)) : undefined;
  const label = declared || mediaType.trim();
  return (
    byName ??
    (containers[0] && known(containers[0], true)) ??
    (label === '' ? undefined : { label, isKnown: false })
  );
}

function known({ label, kind }: Name, isPacked: boolean): RecognizedFormat {
  const is = (kinds: string): boolean => kinds.includes(kind);
  return {
    label,
    isKnown: true,
    ...(is('z') ? {} : { isMachineReadable: is('lsxa'), isLinkedData: is('l') }),
    ...(is('za') ? {} : { isOpen: is('lsd') }),
    ...(isPacked ? { isPacked } : {}),
  };
}

/** The formats of a dataset, each once, in the order of its resources. */
export function datasetFormats(resources: readonly Resourceish[]): readonly RecognizedFormat[] {
  const byLabel = new Map<string, RecognizedFormat>();
  for (const resource of resources) {
    const format = recognizeFormat(resource);
    if (format && !byLabel.has(format.label)) byLabel.set(format.label, format);
  }
  return [...byLabel.values()];
}
