/**
 * Texts that try to run, to break the page or to deceive the reader, in every slot that CKAN and DCAT
 * have for text and for addresses: nothing runs, what is shown is what was given, nothing scrolls
 * sideways on a phone, and no link leads where a link may not.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser/pages.js';
import type { Site } from '../browser/pages.js';
import { jsonRoute, openTab, openWidgetSite } from '../browser/widget-page.js';
import type { Tab } from '../browser/widget-page.js';

const TEXTS: readonly string[] = [
  '<script>globalThis.ran = 1</script>',
  '<img src=x onerror="globalThis.ran = 1">',
  '<svg/onload=globalThis.ran=1>',
  '"><iframe srcdoc="<script>parent.ran=1</script>">',
  "'-globalThis.ran=1-'",
  '`${globalThis.ran = 1}`',
  '</style><style>*{display:none}</style>',
  '</script></textarea></template><b>fuera',
  '<!--',
  ']]>',
  '<?php echo 1 ?>',
  '<a href="javascript:globalThis.ran=1">clic</a>',
  '{{count}} {{what}} {{{raw}}} ${x} <%= x %>',
  '$t(retry) $t(frame:retry, {"count": 1}) {{- raw}}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined_',
  'NIL',
  '-1',
  '0',
  '1e309',
  "=cmd|' /C calc'!A0",
  '@SUM(A1:A9)',
  '+1-1',
  '-2+3',
  '\u202Eoıɔɐpɐqɐɹʇ\u202C',
  '\u2066izquierda\u2069 \u200Fderecha',
  'العربية ثم español',
  '\u061C\u200B\u2060ancho\uFEFFcero',
  'Z\u0337\u0355\u0340a\u0328\u0336l\u0338g\u0335o\u0321'.repeat(30),
  '👩‍👩‍👧‍👦🏳️‍🌈🇲🇽'.repeat(20),
  '\uD800 suelto \uDC00',
  '田中さんにあげて下さい',
  'ﷺ﷽'.repeat(20),
  'sinespacios'.repeat(900),
  `${'palabra '.repeat(2000)}fin`,
  '\u0000\u0001\u0007\u001B[31mrojo',
  '\t\ttabs\t',
  'línea\r\notra\u2028otra\u2029más',
  '&lt;b&gt; &amp;amp; &#x3C;',
  '%3Cscript%3E %00 %s%n%x',
  '..\\..\\etc\\passwd ../../etc/passwd',
  "Robert'); DROP TABLE datos;--",
];

const ADDRESSES: readonly string[] = [
  'javascript:globalThis.ran=1',
  'JaVaScRiPt:globalThis.ran=1',
  ' javascript:globalThis.ran=1',
  'java\tscript:globalThis.ran=1',
  'java\nscript:globalThis.ran=1',
  '\u0001javascript:globalThis.ran=1',
  'javascript&colon;globalThis.ran=1',
  '&#106;avascript:globalThis.ran=1',
  'javascript://%0aglobalThis.ran=1',
  'data:text/html,<script>opener.ran=1</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'blob:https://x.example/1',
  'file:///etc/passwd',
  'about:blank',
  'view-source:https://x.example',
  'intent://x#Intent;end',
  'ms-msdt:/id',
  'ftp://x.example/a',
  'filesystem:https://x.example/temporary/a',
  '//',
  'http://',
  'https://[',
  'https://a b',
  'http://x.example:99999/',
  'https://usuario:clave@x.example/',
  'https://gob.mx\u2044@malo.example/',
  'mailto:a@b.example?bcc=c@d.example',
];

const SLOTS = TEXTS.map((text, i) => ({ text, address: ADDRESSES[i % ADDRESSES.length]! }));

function ckan({ text, address }: { text: string; address: string }): unknown {
  return {
    success: true,
    help: address,
    result: {
      id: text,
      name: text,
      title: text,
      notes: text,
      url: address,
      organization: { title: text, name: text },
      license_id: text,
      license_title: text,
      license_url: address,
      maintainer: text,
      maintainer_email: address,
      metadata_modified: text,
      metadata_created: text,
      state: text,
      tags: [{ name: text }],
      groups: [{ title: text }],
      extras: [
        { key: 'frequency', value: text },
        { key: 'spatial', value: text },
        { key: 'temporal', value: text },
        { key: text, value: text },
      ],
      resources: [
        {
          id: text,
          name: text,
          description: text,
          format: text,
          size: text,
          url: address,
          last_modified: text,
        },
      ],
    },
  };
}

function dcat({ text, address }: { text: string; address: string }): unknown {
  return {
    title: text,
    dataset: [
      {
        '@type': 'dcat:Dataset',
        identifier: text,
        title: { es: text, en: text },
        description: text,
        publisher: { name: text, mbox: address },
        contactPoint: { fn: text, hasEmail: address },
        modified: text,
        issued: text,
        accrualPeriodicity: text,
        license: text,
        landingPage: address,
        dataDictionary: address,
        temporal: text,
        spatial: text,
        keyword: [text],
        theme: [text],
        openessRating: text,
        distribution: [
          {
            title: text,
            mediaType: text,
            format: text,
            byteSize: text,
            downloadURL: address,
            accessURL: address,
          },
        ],
      },
    ],
  };
}

/** What a text becomes on screen: lone surrogates and line ends aside, itself. */
const shownAs = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/\s+/gu, ' ')
    .trim();

let browser: Browser;
let site: Site;
let opened: Tab;
let texts: Record<string, string>;

beforeAll(async () => {
  const routes: Record<string, ReturnType<typeof jsonRoute>> = {
    '/megabyte': jsonRoute({
      success: true,
      result: { title: `${'m'.repeat(1_000_000)} final`, resources: [] },
    }),
  };
  const badges = SLOTS.flatMap((slot, i) => {
    routes[`/ckan/${i}`] = jsonRoute(ckan(slot));
    routes[`/dcat/${i}`] = jsonRoute(dcat(slot));
    return ['ckan', 'dcat'].map(
      (kind) =>
        `<ventana-dataset-badge loading="eager" size="full" id="${kind}-${i}" src="/${kind}/${i}"></ventana-dataset-badge>`,
    );
  });
  const sizes = ['badge', 'card', 'full'].map(
    (size) =>
      `<ventana-dataset-badge loading="eager" size="${size}" src="/megabyte"></ventana-dataset-badge>`,
  );
  const pills = SLOTS.map(
    (_, i) =>
      `<ventana-dataset-badge loading="eager" size="badge" src="/ckan/${i}"></ventana-dataset-badge>`,
  );
  site = await openWidgetSite(`<p>${[...badges, ...sizes, ...pills].join('')}</p>`, routes);
  browser = await openBrowser();
  opened = await openTab(browser, { viewport: { width: 320, height: 800 } });
  opened.page.on('dialog', (dialog) => {
    opened.complaints.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await opened.page.goto(site.origin);
  await opened.settled(30_000);
  texts = await opened.page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('ventana-dataset-badge[id]')].map((badge) => [
        badge.id,
        // The whole text, folded or not: what a reader can reach.
        [...badge.shadowRoot!.querySelectorAll('bdi, .chip, dd')]
          .map(({ textContent }) => textContent)
          .join('\n'),
      ]),
    ),
  );
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe.each(SLOTS.map(({ text }, i) => ({ i, name: JSON.stringify(text.slice(0, 40)), text })))(
  '$name',
  ({ i, text }) => {
    it.each(['ckan', 'dcat'])('is shown as it was given, from %s', async (kind) => {
      const shown = shownAs(texts[`${kind}-${i}`] ?? '');
      expect(shown).toContain(shownAs(text));
    });
  },
);

describe('all of them together', () => {
  it('run nothing and complain of nothing', async () => {
    expect(await opened.page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(await opened.page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(opened.complaints).toEqual([]);
  });

  it('make no element of their own', async () => {
    const strange = await opened.page.evaluate(() =>
      [...document.querySelectorAll('ventana-dataset-badge')].flatMap((badge) =>
        [
          ...badge.shadowRoot!.querySelectorAll(
            'script, img, iframe, svg, style, object, embed, form, b',
          ),
        ].map(({ outerHTML }) => outerHTML),
      ),
    );
    expect(strange).toEqual([]);
  });

  it('link only to https, http, mailto and tel, apart from this page, telling it nothing', async () => {
    const links = await opened.page.evaluate(() =>
      [...document.querySelectorAll('ventana-dataset-badge')].flatMap((badge) =>
        [...badge.shadowRoot!.querySelectorAll('a')].map(({ protocol, username, rel, target }) =>
          [protocol, username, rel, target].join(' '),
        ),
      ),
    );
    expect(links.length).toBeGreaterThan(SLOTS.length);
    expect(
      [...new Set(links)].filter(
        (link) => !/^(https?|mailto|tel): {2}noopener noreferrer _blank$/.test(link),
      ),
    ).toEqual([]);
  });

  it('scroll nothing sideways at 320 px', async () => {
    const wide = await opened.page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      badges: [...document.querySelectorAll('ventana-dataset-badge')]
        .filter((badge) => badge.getBoundingClientRect().right > 320.5)
        .map((badge) => `${badge.id} ${badge.getAttribute('src')} ${badge.getAttribute('size')}`),
    }));
    expect(wide).toEqual({ page: 320, badges: [] });
  });

  it('fold a long text up, with the whole of it one tap away', async () => {
    const long = await opened.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[src="/megabyte"]')].map((badge) => ({
        height: badge.offsetHeight,
        whole: (badge.shadowRoot!.querySelector('details > bdi')?.textContent ?? '').length,
      })),
    );
    for (const { height, whole } of long) {
      expect(height).toBeLessThan(5000);
      expect(whole).toBe(1_000_006);
    }
  });

  it('leave a table of comma-separated values that no spreadsheet runs', async () => {
    const cells = await opened.page.evaluate(() =>
      [...document.querySelectorAll('ventana-dataset-badge[id]')].map((badge) =>
        (badge as Element & { toCSV(): string }).toCSV(),
      ),
    );
    for (const csv of cells) {
      const fields = csv.slice(1).match(/(?<=^|,|\r\n)(?:"(?:[^"]|"")*"|[^",\r\n]*)/g) ?? [];
      const running = fields.filter(
        (field) => /^"?\s*[-=+@]/.test(field) && !/^-?[\d.]+$/.test(field),
      );
      expect(running).toEqual([]);
    }
  });
});
