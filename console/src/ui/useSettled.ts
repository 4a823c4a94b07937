// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from "react";

/** A value that somebody is typing, as it was when they last paused. */
export function useSettled<T>(value: T, milliseconds = 500): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
