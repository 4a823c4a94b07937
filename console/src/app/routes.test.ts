// SPDX-License-Identifier: Apache-2.0
import { matchPath } from "react-router";
import { expect, it } from "vitest";
import { pages } from "../../e2e/pages";
import { routes } from "./routes";

it("the browser tests visit every page", () => {
  const visited = pages.map(({ path }) => path.replace(/\?.*/, ""));
  // A page whose path has no parameters comes before one that takes the same path for its parameter.
  const shown = (path: string) =>
    routes
      .filter(route => matchPath(`/${route.path}`, path))
      .sort((a, b) => a.path.split(":").length - b.path.split(":").length)[0];
  const seen = new Set(visited.map(path => shown(path)?.path));
  expect(routes.map(({ path }) => path).filter(path => !seen.has(path))).toEqual([]);
});
