// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../test/show";
import { StandardsPage } from "./StandardsPage";

const arn = "arn:aws:securityhub:::standards/iot-device-security/v/1.0.0";

it("enables a standard and shows its score", async () => {
  const subscriptions: object[] = [];
  showPage(StandardsPage, "standards", "standards", {
    "securityhub/DescribeStandards": () => ({
      Standards: [{ StandardsArn: arn, Name: "IoT device security" }],
    }),
    "securityhub/GetEnabledStandards": () => ({ StandardsSubscriptions: subscriptions }),
    "fleetward/DescribeStandardScores": () =>
      subscriptions.length === 0
        ? { standards: [], controls: [] }
        : {
            overallScore: 75,
            standards: [
              { standardsArn: arn, score: 75, passed: 3, failed: 1, unknown: 0, noData: 2, disabled: 0 },
            ],
            controls: [],
          },
    "securityhub/BatchEnableStandards": ({ StandardsSubscriptionRequests }) => {
      expect(StandardsSubscriptionRequests).toEqual([{ StandardsArn: arn }]);
      subscriptions.push({ StandardsSubscriptionArn: "s", StandardsArn: arn, StandardsStatus: "READY" });
      return {};
    },
  });
  fireEvent.click(await screen.findByLabelText("Enable IoT device security"));
  fireEvent.click(within(await screen.findByRole("dialog")).getByText("Enable"));
  await screen.findByText("3 passed, 1 failed, 0 unknown, 2 without data");
  expect(screen.getByText("Overall security score: 75 %")).toBeTruthy();
});
