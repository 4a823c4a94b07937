// SPDX-License-Identifier: Apache-2.0
import { act, render, renderHook } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useHeld } from "./useHeld";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const Shown = ({ value, isOnTheWay }: { value: string; isOnTheWay: boolean }) => useHeld(value, isOnTheWay);

test("what is shown stays until the answer comes", () => {
  const { container, rerender } = render(<Shown value="first" isOnTheWay={false} />);
  rerender(<Shown value="loading" isOnTheWay />);
  expect(container.textContent).toBe("first");
  rerender(<Shown value="second" isOnTheWay={false} />);
  expect(container.textContent).toBe("second");
});

test("who waits long sees it", () => {
  const { container, rerender } = render(<Shown value="first" isOnTheWay={false} />);
  rerender(<Shown value="loading" isOnTheWay />);
  act(() => void vi.advanceTimersByTime(1000));
  expect(container.textContent).toBe("loading");
});

test("a rendering that was thrown away was never shown", () => {
  let value = "first";
  const { result } = renderHook(() => {
    const [state, change] = useState({ isOnTheWay: false });
    return { change, shown: useHeld(value, state.isOnTheWay) };
  });
  const change = (to: { isOnTheWay: boolean }) => act(() => result.current.change(to));
  const same = { isOnTheWay: false };
  change(same);
  value = "never shown";
  // React calls the hook to see that nothing changed, and keeps what it had.
  change(same);
  expect(result.current.shown).toBe("first");
  change({ isOnTheWay: true });
  expect(result.current.shown).toBe("first");
});
