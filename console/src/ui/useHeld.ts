// SPDX-License-Identifier: Apache-2.0
import { useEffect, useLayoutEffect, useRef, useState } from "react";

/** What takes longer than people notice is shown as it goes on. */
const noticedMilliseconds = 300;

/**
 * The value, or while something is on the way the one before it: an answer that comes at once replaces what is shown in
 * one step. What takes long is not waited for.
 */
export function useHeld<T>(value: T, isOnTheWay: boolean): T {
  const kept = useRef(value);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isOnTheWay) return;
    const timer = setTimeout(() => setLate(true), noticedMilliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isOnTheWay]);
  const shown = !isOnTheWay || isLate ? value : kept.current;
  // Only what is really shown: a rendering may be thrown away, and another value than before is drawn anew.
  useLayoutEffect(() => {
    kept.current = shown;
  });
  return shown;
}
