// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { cliCommand } from "./cli";

describe("the aws CLI command of an operation", () => {
  it("names the operation and its members as the aws CLI does", () => {
    expect(cliCommand("iot", "CreatePolicyVersion", { policyName: "P", setAsDefault: true })).toBe(
      "aws iot create-policy-version \\\n  --policy-name P \\\n  --set-as-default",
    );
  });

  it("quotes what a shell would read otherwise", () => {
    expect(cliCommand("iot", "CreatePolicy", { policyName: "it's", policyDocument: '{"a": 1}' })).toBe(
      "aws iot create-policy \\\n  --policy-name 'it'\\''s' \\\n  --policy-document '{\"a\": 1}'",
    );
  });

  it("writes structures as JSON and lists of words as words", () => {
    expect(
      cliCommand("securityhub", "GetFindings", { Filters: { Id: [] }, SortCriteria: ["a", "b c"] }),
    ).toBe(`aws securityhub get-findings \\\n  --filters '{"Id":[]}' \\\n  --sort-criteria a 'b c'`);
  });

  it("names our own service as its model does", () => {
    expect(cliCommand("fleetward", "PutView", { viewName: "mine" })).toBe(
      "aws fleetward put-view \\\n  --view-name mine",
    );
  });
});
