// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { Problem } from "../../api/problem";
import { type Answers, showPage } from "../../test/show";
import { ConnectionsPage } from "./connections/ConnectionsPage";
import { DevicePage } from "./DevicePage";
import { DevicesPage } from "./DevicesPage";
import { GroupsPage } from "./groups/GroupsPage";

const arn = "arn:aws:iot:us-east-1:000000000000:cert/ab12";
const thing = { thingName: "pump", thingArn: "arn:aws:iot:us-east-1:000000000000:thing/pump" };

const pump: Answers = {
  "iot/DescribeThing": () => thing,
  "iot/ListThingPrincipals": () => ({ principals: [arn] }),
  "iot/DescribeCertificate": () => ({
    certificateDescription: { certificateArn: arn, certificateId: "ab12", status: "ACTIVE", validity: {} },
  }),
  "iot/ListThingGroupsForThing": () => ({ thingGroups: [] }),
  "iot/GetEffectivePolicies": () => ({
    effectivePolicies: [{ policyName: "fleet", policyArn: "p", policyDocument: "{}" }],
  }),
  "iot/TestAuthorization": () => ({
    authResults: [
      {
        authInfo: { actionType: "CONNECT", resources: ["client/pump"] },
        authDecision: "IMPLICIT_DENY",
        denied: { implicitDeny: { policies: [{ policyName: "fleet" }] } },
      },
    ],
  }),
  "fleetward/TraceAuthorization": () => ({
    authDecision: "IMPLICIT_DENY",
    reason: "No statement allows it.",
    thingName: "pump",
    policies: [
      {
        policyName: "fleet",
        policyVersionId: "2",
        attachedTo: [arn],
        statements: [
          {
            line: 3,
            column: 5,
            effect: "Allow",
            actions: ["iot:Connect"],
            actionMatched: true,
            resourceMatched: false,
            conditionsMatched: true,
            applies: false,
            decides: false,
            resources: [
              {
                // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable as policies write it
                pattern: "client/gw-${iot:Connection.Thing.ThingName}",
                substituted: "client/gw-pump",
                matched: false,
              },
            ],
          },
        ],
      },
    ],
  }),
  "fleetward/ListConnections": () => ({ connections: [] }),
  "iot/ListActiveViolations": () => ({ activeViolations: [] }),
  "iot/ListPolicies": () => ({ policies: [] }),
};

const showPump = (tab: string) => showPage(DevicePage, `devices/pump?tab=${tab}`, "devices/:name", pump);

describe("the list of devices", () => {
  it("searches the fleet, and offers to switch the index on where it is off", async () => {
    showPage(DevicesPage, "devices?query=thingName:p*", "devices", {
      "iot/SearchIndex": () => {
        throw new Problem(404, "ResourceNotFoundException", "Index AWS_Things does not exist");
      },
      "iot/UpdateIndexingConfiguration": () => ({}),
    });
    await userEvent.click(await screen.findByRole("button", { name: "Switch it on" }));
    expect(await screen.findByRole("dialog")).toBeTruthy();
  });
});

describe("a device", () => {
  it("names the one thing to fix", async () => {
    showPump("doctor");
    expect(await screen.findByText("The one thing to fix")).toBeTruthy();
    expect(screen.getByText("No statement allows iot:Connect.")).toBeTruthy();
    expect(screen.getByText("It did not connect within the last 31 days.")).toBeTruthy();
  });

  it("tries out what it may do", async () => {
    const { asked } = showPump("simulator");
    const go = await screen.findByRole("button", { name: "Try" });
    await expect.poll(() => go.hasAttribute("disabled")).toBe(false);
    await userEvent.click(go);
    expect(await screen.findByText("Allowed by no statement")).toBeTruthy();
    const input = asked.find(one => one.operation === "iot/TestAuthorization")?.input;
    expect(input?.principal).toBe(arn);
    expect(input?.authInfos).toContainEqual({
      actionType: "PUBLISH",
      resources: ["arn:aws:iot:us-east-1:000000000000:topic/devices/pump/data"],
    });
    expect(await screen.findByText("Does not apply: the resource does not match.")).toBeTruthy();
    expect(screen.getByText("client/gw-pump")).toBeTruthy();
    expect(screen.getByText("Version 2. Attached to the certificate.")).toBeTruthy();
    expect(asked.find(one => one.operation === "fleetward/TraceAuthorization")?.input).toEqual({
      principal: arn,
      clientId: "pump",
      actionType: "CONNECT",
      resource: "client/pump",
    });
  });
});

describe("thing groups", () => {
  it("shows what a query finds before the dynamic group is created", async () => {
    const { asked } = showPage(GroupsPage, "groups", "groups", {
      "iot/ListThingGroups": () => ({ thingGroups: [] }),
      "iot/SearchIndex": () => ({ things: [{ thingName: "pump-1" }] }),
      "iot/CreateDynamicThingGroup": () => ({}),
    });
    await userEvent.click((await screen.findAllByRole("button", { name: "Create group" }))[0] as HTMLElement);
    await userEvent.click(await screen.findByRole("button", { name: "Dynamic" }));
    await userEvent.type(screen.getByLabelText("Name"), "p");
    await userEvent.type(screen.getByLabelText("Query"), "a:1");
    expect(await screen.findByText(/Finds 1 thing now/)).toBeTruthy();
    const buttons = screen.getAllByRole("button", { name: "Create group" });
    await userEvent.click(buttons.at(-1) as HTMLElement);
    await expect
      .poll(() => asked.find(one => one.operation === "iot/CreateDynamicThingGroup")?.input)
      .toEqual({ thingGroupName: "p", queryString: "a:1" });
  });
});

describe("connections", () => {
  it("shows who is connected and why others are not, as it happens", async () => {
    let connections: unknown[] = [];
    const { source } = showPage(ConnectionsPage, "connections", "connections", {
      "fleetward/ListConnections": () => ({ connections }),
    });
    await screen.findByText("No connections");
    connections = [
      { clientId: "pump", principalId: "p", sourceIp: "192.0.2.1", connectedAt: 2 },
      {
        clientId: "lamp",
        principalId: "p",
        sourceIp: "192.0.2.1",
        connectedAt: 1,
        disconnectedAt: 2,
        disconnectReason: "DUPLICATE_CLIENTID",
      },
    ];
    source.tell("connection", { id: "pump", change: "connected", at: "2026-01-01T00:00:00Z" });
    expect(await screen.findByText("pump")).toBeTruthy();
    expect(screen.getByText("Taken over by the same client ID")).toBeTruthy();
  });
});
