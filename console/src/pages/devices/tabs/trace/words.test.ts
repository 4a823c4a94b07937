// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { TracedStatement } from "./types";
import { attachedInWords, verdictOf } from "./words";

const statement: TracedStatement = {
  line: 3,
  column: 5,
  effect: "Allow",
  actions: ["iot:Publish"],
  actionMatched: true,
  resourceMatched: true,
  conditionsMatched: true,
  applies: true,
  decides: true,
  resources: [],
};

it("says what a statement has to do with the decision", () => {
  expect(verdictOf(statement)).toBe("Decides: it allows this.");
  expect(verdictOf({ ...statement, decides: false })).toBe("Applies, but a statement that denies decides.");
  const elsewhere = { ...statement, applies: false, decides: false };
  expect(verdictOf({ ...elsewhere, resourceMatched: false })).toBe(
    "Does not apply: the resource does not match.",
  );
  expect(verdictOf({ ...elsewhere, actionMatched: false, conditionsMatched: false })).toBe(
    "Does not apply: the action and condition do not match.",
  );
});

it("says through what a policy is in force", () => {
  expect(attachedInWords([])).toBe("Added for this trial");
  expect(attachedInWords(["arn:aws:iot:r:a:cert/0a", "arn:aws:iot:r:a:thinggroup/gateways"])).toBe(
    "Attached to the certificate and group gateways",
  );
});
