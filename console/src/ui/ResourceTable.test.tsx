// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { useList } from "../api/operation";
import { Problem } from "../api/problem";
import { showPage } from "../test/show";
import { Empty } from "./Empty";
import { ResourceTable } from "./ResourceTable";

interface Thing {
  thingName: string;
}

function Things() {
  const query = useList<Thing>("iot", "ListThings", "things", {}, { live: ["registry"] });
  return (
    <ResourceTable<Thing>
      title="Things"
      name="things"
      query={query}
      columns={[
        { id: "name", header: "Name", cell: thing => thing.thingName, text: thing => thing.thingName },
      ]}
      idOf={thing => thing.thingName}
      empty={<Empty title="No things" />}
    />
  );
}

const show = (answer: (input: Record<string, unknown>) => unknown, path = "things") =>
  showPage(Things, path, "things", { "iot/ListThings": answer });

describe("a table of resources", () => {
  it("shows the rows of all pages", async () => {
    show(({ nextToken }) =>
      nextToken ? { things: [{ thingName: "b" }] } : { things: [{ thingName: "a" }], nextToken: "2" },
    );
    expect(await screen.findByText("b")).toBeTruthy();
    expect(screen.getByText("a")).toBeTruthy();
    expect(screen.getByText("(2)")).toBeTruthy();
  });

  it("searches, and keeps what was searched in the address", async () => {
    const { router } = show(() => ({ things: [{ thingName: "lamp" }, { thingName: "lock" }] }));
    await userEvent.type(await screen.findByLabelText("Find things"), "lam");
    expect((await screen.findAllByText("1 match"))[0]).toBeTruthy();
    expect(screen.queryByText("lock")).toBeNull();
    await expect.poll(() => router.state.location.search).toContain("things.q=lam");
  });

  it("opens as its address says", async () => {
    show(() => ({ things: [{ thingName: "lamp" }, { thingName: "lock" }] }), "things?things.q=lock");
    expect(await screen.findByText("lock")).toBeTruthy();
    expect(screen.queryByText("lamp")).toBeNull();
  });

  it("teaches when it is empty", async () => {
    show(() => ({ things: [] }));
    expect(await screen.findByText("No things")).toBeTruthy();
  });

  it("says why it cannot be shown", async () => {
    show(() => {
      throw new Problem(403, "AccessDeniedException", "ada may not list things");
    });
    expect(await screen.findByText("ada may not list things")).toBeTruthy();
  });

  it("asks again when the server tells of a change", async () => {
    let things = [{ thingName: "lamp" }];
    const { source } = show(() => ({ things }));
    await screen.findByText("lamp");
    things = [{ thingName: "lock" }];
    source.tell("registry", { id: "lock", change: "created", at: "2026-01-01T00:00:00Z" });
    expect(await screen.findByText("lock", {}, { timeout: 5000 })).toBeTruthy();
  });
});
