// SPDX-License-Identifier: Apache-2.0
import { useEffect, useMemo, useState } from "react";

/** How often a span moves on, in seconds; it reaches twice as far ahead, so that nothing new is ever outside. */
const pace = 60;

const seconds = () => Math.floor(Date.now() / 1000);

/** The span of the last days until a moment from now, in epoch seconds; it moves on with time unless it stands still. */
export function useRecent(
  days: number,
  { still = false }: { still?: boolean } = {},
): { startTime: number; endTime: number } {
  const [now, setNow] = useState(seconds);
  useEffect(() => {
    if (still) return;
    const timer = setInterval(() => setNow(seconds()), pace * 1000);
    return () => clearInterval(timer);
  }, [still]);
  return useMemo(() => {
    const endTime = now + 2 * pace;
    return { startTime: endTime - Math.round(days * 86_400), endTime };
  }, [days, now]);
}
