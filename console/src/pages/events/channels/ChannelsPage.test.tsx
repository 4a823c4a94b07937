// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../test/show";
import { ChannelsPage } from "./ChannelsPage";

it("gives a connection the credentials that its kind asks for", async () => {
  const { asked } = showPage(ChannelsPage, "events/channels?tab=connections", "events/channels", {
    "events/ListConnections": () => ({ Connections: [] }),
    "events/CreateConnection": () => ({}),
  });
  fireEvent.click(await screen.findByText("Create connection"));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.change(dialog.getByLabelText("Name"), { target: { value: "soar" } });
  fireEvent.change(dialog.getByLabelText("Name of the header"), { target: { value: "X-Key" } });
  fireEvent.change(dialog.getByLabelText("Key"), { target: { value: "secret" } });
  fireEvent.click(dialog.getByText("Create"));
  await screen.findByText("Created the connection soar.");
  expect(asked.find(({ operation }) => operation.endsWith("CreateConnection"))?.input).toEqual({
    Name: "soar",
    AuthorizationType: "API_KEY",
    AuthParameters: { ApiKeyAuthParameters: { ApiKeyName: "X-Key", ApiKeyValue: "secret" } },
  });
});
