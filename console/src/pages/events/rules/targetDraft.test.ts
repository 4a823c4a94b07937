// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { draftOf, faultsOf, membersOf } from "./targetDraft";

it("makes a new target send the event as it is", () => {
  expect(faultsOf(draftOf())).toEqual({});
  expect(membersOf(draftOf())).toEqual({});
});

it("comes back from the target that it became", () => {
  const target = {
    InputTransformer: {
      InputPathsMap: { title: "$.detail.title", id: "$.id" },
      InputTemplate: '"<title> <id>"',
    },
    RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 5400 },
  };
  expect(membersOf(draftOf({ Id: "a", Arn: "arn", ...target }))).toEqual(target);
});

it("says what is wrong where it is written", () => {
  const draft = draftOf();
  expect(faultsOf({ ...draft, sends: "fixed", fixed: "{" }).fixed).toBeDefined();
  expect(faultsOf({ ...draft, sends: "part", path: "detail" }).path).toBeDefined();
  expect(faultsOf({ ...draft, sends: "text", names: "title" }).names).toBeDefined();
  expect(faultsOf({ ...draft, attempts: "186", hours: "25" })).toEqual({
    attempts: expect.any(String),
    hours: expect.any(String),
  });
});
