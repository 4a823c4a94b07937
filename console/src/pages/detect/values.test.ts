// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { behaviorText, parseValue, valueText } from "./values";

describe("values of metrics", () => {
  it("are read as their metric's kind, or not at all", () => {
    expect(parseValue("count", "8")).toEqual({ count: 8 });
    expect(parseValue("count", "8.5")).toBeUndefined();
    expect(parseValue("number", "-2.5")).toEqual({ number: -2.5 });
    expect(parseValue("number", " ")).toBeUndefined();
    expect(parseValue("ports", "22, 443")).toEqual({ ports: [22, 443] });
    expect(parseValue("ports", "ssh")).toBeUndefined();
    expect(parseValue("cidrs", "10.0.0.0/8 ::1/128")).toEqual({ cidrs: ["10.0.0.0/8", "::1/128"] });
  });

  it("are shown with separators, sets as lists", () => {
    expect(valueText({ count: 12345 })).toBe("12,345");
    expect(valueText({ ports: [] })).toBe("none");
    expect(valueText({ strings: ["a", "b"] })).toBe("a, b");
    expect(valueText(undefined)).toBe("–");
  });
});

describe("a behavior in words", () => {
  it("states threshold and span", () => {
    const criteria = { comparisonOperator: "less-than", value: { count: 8 } };
    expect(behaviorText({ name: "b", metric: "aws:message-byte-size", criteria })).toBe(
      "Message size less than 8 bytes",
    );
    expect(
      behaviorText({
        name: "b",
        metric: "aws:num-messages-sent",
        criteria: { ...criteria, durationSeconds: 300 },
      }),
    ).toBe("Messages sent less than 8 messages in 5 minutes");
  });

  it("states percentile or learned bounds", () => {
    expect(
      behaviorText({
        name: "b",
        metric: "aws:num-messages-sent",
        criteria: {
          comparisonOperator: "less-than-equals",
          statisticalThreshold: { statistic: "p99" },
          durationSeconds: 300,
        },
      }),
    ).toBe("Messages sent at most the fleet's p99 in 5 minutes");
    expect(
      behaviorText({
        name: "b",
        metric: "aws:num-disconnects",
        criteria: { mlDetectionConfig: { confidenceLevel: "HIGH" } },
      }),
    ).toBe("Disconnects as learned, high confidence");
  });
});
