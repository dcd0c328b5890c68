import type { Problem } from '@ventana/model';
import { problemPlace, problemSentence } from '@ventana/model/problem-sentence.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';

/** One thing that was wrong in the data, in words. Loaded when a reader asks what was found. */
export function renderProblem(problem: Problem, lang: string): TemplateResult {
  const own = /^(?:es|en)\b/.exec(lang)?.[0] as 'es' | 'en' | undefined;
  const language = own ?? 'es';
  // A text of the source keeps its own direction, and turns nothing around it.
  const isolate = (text: string): string => `\u2068${text}\u2069`;
  return html`<span lang=${own ? nothing : language}
    ><bdi>${problemPlace(problem, language)}</bdi>:
    ${problemSentence(problem, language, isolate)}</span
  >`;
}
