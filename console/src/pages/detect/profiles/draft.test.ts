// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { behaviorOf, draftOf, faultsOf, newBehavior } from "./draft";

const kindOf = () => "count" as const;

describe("the draft of a behavior", () => {
  it("is incomplete until its value is one of the metric's kind", () => {
    const draft = newBehavior(1);
    expect(faultsOf(draft).value).toBe("A whole number.");
    expect(faultsOf({ ...draft, value: "8" })).toEqual({});
    expect(faultsOf({ ...draft, value: "8", name: "two words" }).name).toBeDefined();
  });

  it("becomes the behavior of the message size experiment", () => {
    expect(behaviorOf({ ...newBehavior(1), name: "small", value: "8" })).toEqual({
      name: "small",
      metric: "aws:message-byte-size",
      criteria: {
        comparisonOperator: "less-than",
        value: { count: 8 },
        consecutiveDatapointsToAlarm: 1,
        consecutiveDatapointsToClear: 1,
      },
    });
  });

  it("states the duration where the metric counts over time, and never for learned bounds", () => {
    const sent = { ...newBehavior(1), metric: "aws:num-messages-sent", value: "9" };
    expect(behaviorOf(sent).criteria?.durationSeconds).toBe(300);
    expect(behaviorOf({ ...sent, judgement: "learned" }).criteria).toEqual({
      mlDetectionConfig: { confidenceLevel: "HIGH" },
      consecutiveDatapointsToAlarm: 1,
      consecutiveDatapointsToClear: 1,
    });
  });

  it("comes back from the behavior it became", () => {
    const draft = { ...newBehavior(1), value: "12345" };
    expect(draftOf(behaviorOf(draft), kindOf)).toEqual(draft);
  });
});
