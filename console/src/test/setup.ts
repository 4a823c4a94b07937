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

// Without the page in it: one is made each time that something is looked for in vain, which is often until it is there.
const getElementError = (message: string | null) => new Error(message ?? "not found");
configure({ asyncUtilTimeout: 10_000, getElementError });
afterEach(cleanup);
