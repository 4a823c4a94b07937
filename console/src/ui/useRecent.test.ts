// SPDX-License-Identifier: Apache-2.0
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { useRecent } from "./useRecent";

afterEach(() => void vi.useRealTimers());

it("moves on while a page stays open, so that what happens next is within", () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const { result } = renderHook(() => useRecent(1));
  act(() => void vi.advanceTimersByTime(3_600_000));
  expect(result.current.endTime).toBeGreaterThan(1_000_003_600);
  expect(result.current.endTime - result.current.startTime).toBe(86_400);
});

it("stands still where a question is too costly to be asked again and again", () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const { result } = renderHook(() => useRecent(14, { still: true }));
  const before = result.current;
  act(() => void vi.advanceTimersByTime(3_600_000));
  expect(result.current).toBe(before);
});
