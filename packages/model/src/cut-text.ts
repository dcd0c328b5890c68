/** At most that many UTF-16 units of a text, and no emoji in two. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}
