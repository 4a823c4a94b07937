// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../test/show";
import { CreateProfilePage } from "../CreateProfilePage";

const values: Record<string, number[]> = { "pump-1": [3, 4], "pump-2": [5, 12] };

it("draws the limit into recent values while it is typed, and tries it on the fleet", async () => {
  const { asked } = showPage(CreateProfilePage, "detect/profiles/create", "detect/profiles/create", {
    "iot/ListCustomMetrics": () => ({ metricNames: [] }),
    "iot/ListDimensions": () => ({ dimensionNames: [] }),
    "iot/ListThingGroups": () => ({ thingGroups: [] }),
    "iot/ListThings": () => ({ things: [{ thingName: "pump-1" }, { thingName: "pump-2" }] }),
    "iot/ListMetricValues": ({ thingName }) => ({
      metricDatumList: (values[String(thingName)] ?? []).map((count, index) => ({
        timestamp: Date.now() / 1000 - 60 * index,
        value: { count },
      })),
    }),
    "fleetward/BacktestSecurityProfile": () => ({
      devicesCount: 200,
      valuesCount: 4000,
      complete: true,
      behaviors: [
        {
          behaviorName: "preview",
          alarmsCount: 3,
          devicesCount: 2,
          alarmsPerDay: 3,
          windowsCount: 400,
          proposedValue: { count: 1500 },
        },
      ],
    }),
  });
  const value = await screen.findByLabelText("Value (bytes)");
  fireEvent.change(value, { target: { value: "8" } });
  expect(await screen.findByText("1 of the 4 values shown break the limit: pump-2.")).toBeTruthy();
  expect(
    await screen.findByText("In the last day it would have alarmed 3 times on 2 of 200 devices."),
  ).toBeTruthy();
  const { profileDocument } = asked.find(({ operation }) => operation.includes("Backtest"))?.input ?? {
    profileDocument: "",
  };
  expect(JSON.parse(String(profileDocument)).behaviors[0].criteria.value).toEqual({ count: 8 });
  fireEvent.click(screen.getByText("Use 1500: hardly any false alarms"));
  expect((value as HTMLInputElement).value).toBe("1500");
  expect(await screen.findByText("None of the 4 values shown breaks the limit.")).toBeTruthy();
});
