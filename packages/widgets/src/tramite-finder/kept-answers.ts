/** What a reader asked this browser to keep: documents ticked off and trámites of the plan. */
export interface KeptAnswers {
  readonly ticked: ReadonlySet<string>;
  readonly planned: readonly string[];
}

/**
 * What was kept under this name; `undefined` where nothing was asked to be kept, or where the
 * browser forbids storage (sandboxed frames). Lines, not JSON: a page may have patched `toJSON`.
 */
export function recallAnswers(name: string): KeptAnswers | undefined {
  try {
    const kept = localStorage.getItem(name);
    if (kept === null) return undefined;
    const [ticked = '', planned = ''] = kept.split('\n\n');
    const lines = (text: string): string[] => text.split('\n').filter(Boolean);
    return { ticked: new Set(lines(ticked)), planned: lines(planned) };
  } catch {
    return undefined;
  }
}

/** Keeps the answers, or forgets them where there are none. False where the browser refuses. */
export function keepAnswers(name: string, answers: KeptAnswers | undefined): boolean {
  try {
    if (answers) {
      const lines = (of: Iterable<string>): string =>
        Array.from(of, (each) => each.replaceAll('\n', ' ')).join('\n');
      localStorage.setItem(name, `${lines(answers.ticked)}\n\n${lines(answers.planned)}`);
    } else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}
