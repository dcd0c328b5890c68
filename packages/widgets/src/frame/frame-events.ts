import type { SourceErrorCause, SourceErrorKind } from '@ventana/sources';

/**
 * Fired at a widget when its source could not be read. Like `<img>`'s, it does not bubble.
 * An older copy may be on screen all the same: see `status`.
 */
export class VentanaErrorEvent extends Event {
  /** What a page's script can act on. */
  readonly kind: SourceErrorKind;
  /** The finer cause. */
  readonly reason: SourceErrorCause;

  constructor(kind: SourceErrorKind, reason: SourceErrorCause) {
    super('error');
    this.kind = kind;
    this.reason = reason;
  }
}

/** Fired at a widget each time it shows an answer of its source, whole or in part. Does not bubble. */
export class VentanaLoadEvent extends Event {
  constructor() {
    super('load');
  }
}
