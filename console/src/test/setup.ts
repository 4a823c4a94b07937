// SPDX-License-Identifier: Apache-2.0
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

class Quiet {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

// What jsdom lacks and Cloudscape asks for.
Object.assign(globalThis, { ResizeObserver: Quiet, IntersectionObserver: Quiet });
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
  }) as unknown as MediaQueryList;

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
