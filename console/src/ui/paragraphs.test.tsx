// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { withParagraphs } from "./paragraphs";

it("makes one paragraph of texts that stand side by side, and leaves the rest", () => {
  const field = <input key="field" />;
  const shown = withParagraphs(["It is ", 3, " of ", null, "4.", field, " "]);
  expect(shown).toMatchObject([{ type: "div", props: { children: "It is 3 of 4." } }, { type: "input" }]);
  expect(withParagraphs(undefined)).toEqual([]);
});
