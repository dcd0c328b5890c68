import { describe, expect, test } from 'vitest';
import { createLane } from './lane.js';
import { TIMING } from './limits.js';

const signal = (): AbortSignal => new AbortController().signal;

describe('turns', () => {
  test('first come, first served, four at once', async () => {
    const lane = createLane(TIMING, Date.now);
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const all = Array.from({ length: 6 }, (_, i) =>
      lane.inTurn(() => {
        started.push(i);
        return new Promise<void>((resolve) => finish.push(resolve));
      }, signal()),
    );
    await new Promise((resolve) => setTimeout(resolve));
    expect(started).toEqual([0, 1, 2, 3]);
    expect(lane.crowded()).toBe(true);
    while (finish.length) {
      finish.shift()!();
      await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(all);
    expect(started).toEqual([0, 1, 2, 3, 4, 5]);
    expect(lane.crowded()).toBe(false);
  });

  test('links wait for data, whoever came first', async () => {
    const lane = createLane(TIMING, Date.now);
    const order: string[] = [];
    const turn = (name: string, patient: boolean): Promise<void> =>
      lane.inTurn(
        async () => {
          order.push(name);
          await new Promise((resolve) => setTimeout(resolve));
        },
        signal(),
        patient,
      );
    await Promise.all([
      ...Array.from({ length: 5 }, () => turn('link', true)),
      ...Array.from({ length: 2 }, () => turn('data', false)),
    ]);
    expect(order).toEqual(['link', 'link', 'link', 'link', 'data', 'data', 'link']);
  });

  test('no turn is lost by who leaves, whenever that is, nor by work that fails', async () => {
    const lane = createLane(TIMING, Date.now);
    const attempts: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i++) {
      const control = new AbortController();
      if (i % 5 === 0) control.abort();
      attempts.push(
        lane
          .inTurn(() => (i % 3 ? Promise.resolve() : Promise.reject(new Error())), control.signal)
          .catch(() => {}),
      );
      // Right after its turn came, before its work began.
      if (i % 5 === 1) control.abort();
      if (i % 5 === 2) void Promise.resolve().then(() => control.abort());
    }
    await Promise.all(attempts);

    let together = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 12 }, () =>
        lane.inTurn(async () => {
          most = Math.max(most, ++together);
          await new Promise((resolve) => setTimeout(resolve));
          together--;
        }, signal()),
      ),
    );
    expect(most).toBe(4);
  });
});
