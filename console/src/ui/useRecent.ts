// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";

/** The span of the last days until a minute from now, in epoch seconds; the same while the component lives. */
export const useRecent = (days: number): { startTime: number; endTime: number } =>
  useMemo(() => {
    const endTime = Math.floor(Date.now() / 1000) + 60;
    return { startTime: endTime - days * 86_400, endTime };
  }, [days]);
