// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../test/show";
import { ArchivesPage } from "./ArchivesPage";

const bus = "arn:aws:events:us-east-1:000000000000:event-bus/default";

it("replays what an archive kept to the rules of its bus", async () => {
  const { asked } = showPage(ArchivesPage, "events/archives", "events/archives", {
    "events/ListArchives": () => ({
      Archives: [{ ArchiveName: "all", EventSourceArn: bus, State: "ENABLED", EventCount: 12_345 }],
    }),
    "events/ListRules": () => ({ Rules: [] }),
    "events/StartReplay": () => ({}),
  });
  await screen.findByText("12,345");
  fireEvent.click(screen.getByLabelText("Select all", { selector: "input" }));
  fireEvent.click(screen.getByText("Replay"));
  fireEvent.click(within(await screen.findByRole("dialog")).getByText("Start"));
  await screen.findByText(/Started the replay replay-/);
  const input = asked.find(({ operation }) => operation.endsWith("StartReplay"))?.input;
  expect(input).toMatchObject({
    EventSourceArn: "arn:aws:events:us-east-1:000000000000:archive/all",
    Destination: { Arn: bus },
  });
  expect(Number(input?.EventEndTime) - Number(input?.EventStartTime)).toBe(86_400);
});
