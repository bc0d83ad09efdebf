import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Bell } from "./bell.ts";

describe("a bell", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("lets everyone go on who waits, once", async () => {
    const bell = new Bell();
    const heard = Promise.all([bell.heard(Infinity), bell.heard(1000)]);
    bell.ring();
    expect(await heard).toEqual([false, false]);
    let later: boolean | null = null;
    void bell.heard(50).then((isOver) => (later = isOver));
    await vi.advanceTimersByTimeAsync(49);
    expect(later).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(later).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("waits longer than a timer can", async () => {
    const bell = new Bell();
    const hundredDays = 100 * 24 * 3600 * 1000;
    const heard = bell.heard(hundredDays);
    await vi.advanceTimersByTimeAsync(2 ** 31);
    // Somebody should look again: the time isn't over.
    expect(await heard).toBe(false);
  });
});
