import { describe, expect, it } from 'vitest';
import { datasetFormats, recognizeFormat } from './recognize-format.js';

const CSV = `csv
CSV
.csv
.CSV
 Csv\u0020
*.csv
csvs
CSV file
archivo CSV
Archivo csv
arquivo CSV
fichero .csv
text/csv
text/csv; charset=utf-8
TEXT/CSV
application/csv
application/x-csv
text/x-csv
text/comma-separated-values
comma separated values
Comma Separated Values (CSV)
Comma-Separated Values
CSV (comma delimited)
CSV (separado por punto y coma)
csv-utf8
CSV UTF-8
Valores separados por comas
valores separados por vírgula
Archivo separado por comas
CSV/TXT
http://publications.europa.eu/resource/authority/file-type/CSV
https://www.iana.org/assignments/media-types/text/csv
geocsv
Excel CSV`.split('\n');

describe('recognizeFormat', () => {
  it('knows 34 spellings of CSV for one CSV', () => {
    expect(CSV).toHaveLength(34);
    const labels = CSV.map((format) => recognizeFormat({ format })?.label);
    expect(labels).toEqual(CSV.map(() => 'CSV'));
    expect(datasetFormats(CSV.map((format) => ({ format })))).toHaveLength(1);
  });

  it.each([
    ['zip+csv', 'CSV'],
    ['ZIP+CSV', 'CSV'],
    ['csv.zip', 'CSV'],
    ['CSV (zip)', 'CSV'],
    ['csv.gz', 'CSV'],
    ['zip:xml', 'XML'],
  ])('sees what is packed in %s', (format, label) => {
    expect(recognizeFormat({ format })).toMatchObject({ label, isPacked: true });
  });

  it.each([
    ['.xlsx', 'XLSX'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'XLSX'],
    ['xls', 'XLS'],
    ['application/vnd.ms-excel', 'XLS'],
    ['Microsoft Excel', 'Excel'],
    ['planilha Excel', 'Excel'],
    ['ods', 'ODS'],
    ['application/vnd.oasis.opendocument.spreadsheet', 'ODS'],
    ['ODT', 'ODT'],
    ['application/vnd.oasis.opendocument.text', 'ODT'],
    ['JSON', 'JSON'],
    ['application/json', 'JSON'],
    ['geojson', 'GeoJSON'],
    ['application/geo+json', 'GeoJSON'],
    ['application/vnd.geo+json', 'GeoJSON'],
    ['application/ld+json', 'JSON-LD'],
    ['JSON-LD', 'JSON-LD'],
    ['text/xml', 'XML'],
    ['application/rdf+xml', 'RDF'],
    ['text/turtle', 'Turtle'],
    ['N-Triples', 'RDF'],
    ['api/sparql', 'SPARQL'],
    ['application/rss+xml', 'RSS'],
    ['application/vnd.google-earth.kml+xml', 'KML'],
    ['SHP', 'SHP'],
    ['Shapefile', 'SHP'],
    ['Parquet', 'Parquet'],
    ['PDF', 'PDF'],
    ['application/pdf', 'PDF'],
    ['text/html', 'HTML'],
    ['Página web', 'HTML'],
    ['API', 'API'],
    ['servicio web', 'API'],
    ['DOC', 'DOC'],
    ['application/msword', 'DOC'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'DOCX'],
    ['text/plain', 'TXT'],
    ['text/tab-separated-values', 'TSV'],
    ['application/zip', 'ZIP'],
  ])('calls %s %s', (format, label) => {
    expect(recognizeFormat({ format })).toMatchObject({ label, isKnown: true });
  });

  it('falls back to the media type, then to the extension of the address', () => {
    expect(recognizeFormat({ format: '', mediaType: 'text/csv' })?.label).toBe('CSV');
    expect(recognizeFormat({ url: 'https://datos.example.org/a.b/datos.XLS?v=2' })?.label).toBe(
      'XLS',
    );
    expect(
      recognizeFormat({ format: ' ', url: 'https://datos.example.org/datos.csv.zip' }),
    ).toMatchObject({
      label: 'CSV',
      isPacked: true,
    });
    expect(
      recognizeFormat({ format: 'ZIP', url: 'https://datos.example.org/datos.csv' })?.label,
    ).toBe('CSV');
    expect(recognizeFormat({ format: 'ZIP', mediaType: 'text/csv' })?.label).toBe('CSV');
  });

  it('keeps what it does not know as it is written, and guesses nothing of it', () => {
    expect(recognizeFormat({ format: 'Formato Único ' })).toEqual({
      label: 'Formato Único',
      isKnown: false,
    });
    expect(recognizeFormat({})).toBeUndefined();
    expect(
      recognizeFormat({ url: 'https://datos.example.org/descarga.php?id=csv' }),
    ).toBeUndefined();
    expect(recognizeFormat({ url: 'https://datos.csv' })).toBeUndefined();
  });

  it('tells open from closed and structured from not', () => {
    const flags = (format: string) => {
      const found = recognizeFormat({ format });
      return [found?.isMachineReadable, found?.isOpen, found?.isLinkedData];
    };
    expect(flags('csv')).toEqual([true, true, false]);
    expect(flags('rdf')).toEqual([true, true, true]);
    expect(flags('xlsx')).toEqual([true, false, false]);
    expect(flags('pdf')).toEqual([false, true, false]);
    expect(flags('docx')).toEqual([false, false, false]);
    expect(flags('api')).toEqual([true, undefined, false]);
    expect(flags('zip')).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['CSV/XLS', ['CSV', 'XLS']],
    ['CSV y PDF', ['CSV', 'PDF']],
    ['csv, json; xml', ['CSV', 'JSON', 'XML']],
    ['WMS', ['WMS']],
    ['text/csv', ['CSV']],
    ['zip/csv', ['CSV']],
    ['CSV/otro', ['CSV']],
    ['Tablas y mapas', ['Tablas y mapas']],
  ])('lists every format that "%s" names', (format, labels) => {
    expect(datasetFormats([{ format }]).map(({ label }) => label)).toEqual(labels);
  });

  it('takes a megabyte for a format without slowing down', () => {
    const start = performance.now();
    datasetFormats([{ format: 'csv/'.repeat(250_000) }]);
    recognizeFormat({ format: 'a '.repeat(500_000), mediaType: '/'.repeat(1_000_000) });
    recognizeFormat({ url: `https://x.example/${'.a'.repeat(500_000)}` });
    expect(performance.now() - start).toBeLessThan(200);
  });
});
