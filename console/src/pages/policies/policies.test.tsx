// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Problem } from "../../api/problem";
import { showPage } from "../../test/show";
import { CreatePolicyPage } from "./CreatePolicyPage";
import { documentOf, statementsOf } from "./document";
import { PolicyPage } from "./PolicyPage";

const broad = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
const policy = {
  policyName: "fleet",
  policyArn: "arn:aws:iot:us-east-1:000000000000:policy/fleet",
  policyDocument: broad,
  defaultVersionId: "2",
};

describe("creating a policy", () => {
  it("judges what is written, saves it, and points to what the audit says", async () => {
    const { asked, router } = showPage(CreatePolicyPage, "policies/create", "policies/create", {
      "fleetward/ComparePolicies": ({ newDocument }) => ({
        differences: String(newDocument).includes("secrets")
          ? [
              {
                action: "iot:Publish",
                resource: "arn:aws:iot:us-east-1:000000000000:topic/secrets",
                circumstances: {},
                before: "IMPLICIT_DENY",
                after: "ALLOWED",
              },
            ]
          : [],
      }),
      "fleetward/CheckPolicy": ({ policyDocument }) => ({
        faults: String(policyDocument).includes("secrets")
          ? [
              {
                checkName: "IOT_POLICY_OVERLY_PERMISSIVE_CHECK",
                severity: "CRITICAL",
                reasonCode: "ALLOWS_BROAD_ACCESS",
                reason: "It allows too much.",
              },
            ]
          : [],
      }),
      "iot/CreatePolicy": () => policy,
    });
    await userEvent.click(await screen.findByLabelText("Policy name"));
    await userEvent.paste("fleet");
    await userEvent.clear(screen.getByLabelText("Resources of statement 1"));
    await userEvent.paste("secrets");
    expect(await screen.findByText("Gained")).toBeTruthy();
    expect(await screen.findByText("It allows too much.")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Create policy" }));
    expect((await screen.findAllByText(/Policy fleet is created/))[0]).toBeTruthy();
    expect(router.state.location.pathname).toBe("/000000000000/us-east-1/policies/fleet");
    expect(asked.find(one => one.operation === "iot/CreatePolicy")?.input).toEqual({
      policyName: "fleet",
      policyDocument: documentOf([{ effect: "Allow", actions: ["iot:Connect"], resources: "secrets" }]),
    });
  });
});

describe("a policy", () => {
  it("compares two of its versions", async () => {
    showPage(PolicyPage, "policies/fleet?tab=compare&old=1&new=2", "policies/:name", {
      "iot/GetPolicy": () => policy,
      "iot/ListPolicyVersions": () => ({
        policyVersions: [
          { versionId: "2", isDefaultVersion: true },
          { versionId: "1", isDefaultVersion: false },
        ],
      }),
      "iot/GetPolicyVersion": () => ({ policyDocument: broad }),
      "fleetward/ComparePolicies": () => ({ differences: [] }),
    });
    expect(await screen.findByText("Both versions decide every request alike.")).toBeTruthy();
  });

  it("says so when it does not exist", async () => {
    showPage(PolicyPage, "policies/gone", "policies/:name", {
      "iot/GetPolicy": () => {
        throw new Problem(404, "ResourceNotFoundException", "Policy gone does not exist");
      },
    });
    expect(await screen.findByText("Policy gone does not exist")).toBeTruthy();
  });
});

describe("the form of a document", () => {
  it("reads what it wrote", () => {
    const statements = [
      { effect: "Deny" as const, actions: ["iot:Publish", "iot:Receive"], resources: "a\nb" },
    ];
    expect(statementsOf(documentOf(statements))).toEqual(statements);
  });

  it("leaves documents alone that say more", () => {
    const text = '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}]}';
    expect(statementsOf(text)).toBeUndefined();
  });
});
