// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../test/show";
import { IntegrationsPage } from "./IntegrationsPage";

const product = (tail: string, ProductName: string) => ({
  ProductArn: `arn:aws:securityhub:us-east-1::product/${tail}`,
  ProductName,
  CompanyName: "AWS",
  IntegrationTypes: ["SEND_FINDINGS_TO_SECURITY_HUB"],
});

it("accepts the findings of the product that was searched for", async () => {
  const subscriptions = ["arn:aws:securityhub:us-east-1:000000000000:product-subscription/aws/guardduty"];
  const { asked } = showPage(IntegrationsPage, "integrations?q=device+defender", "integrations", {
    "securityhub/DescribeProducts": () => ({
      Products: [
        product("aws/guardduty", "GuardDuty"),
        product("aws/iot-device-defender-audit", "IoT Device Defender - Audit"),
      ],
    }),
    "securityhub/ListEnabledProductsForImport": () => ({ ProductSubscriptions: subscriptions }),
    "securityhub/EnableImportFindingsForProduct": () => {
      subscriptions.push(
        "arn:aws:securityhub:us-east-1:000000000000:product-subscription/aws/iot-device-defender-audit",
      );
      return {};
    },
  });
  await screen.findByText("(1/2)");
  expect(screen.queryByText("AWS: GuardDuty")).toBeNull();
  fireEvent.click(screen.getByText("Accept findings"));
  fireEvent.click(
    within(await screen.findByRole("dialog")).getByText("Accept findings", { selector: "button span" }),
  );
  await screen.findByText("Stop accepting findings");
  await waitFor(() =>
    expect(
      asked.find(({ operation }) => operation.endsWith("EnableImportFindingsForProduct"))?.input,
    ).toEqual({
      ProductArn: "arn:aws:securityhub:us-east-1::product/aws/iot-device-defender-audit",
    }),
  );
});
