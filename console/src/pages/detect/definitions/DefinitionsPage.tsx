// SPDX-License-Identifier: Apache-2.0
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Page } from "../../../ui/Page";
import { CustomMetrics } from "./CustomMetrics";
import { Dimensions } from "./Dimensions";

/** What the account adds to the metrics that exist everywhere. */
export function DefinitionsPage() {
  return (
    <Page
      title="Custom metrics and dimensions"
      above={[{ text: "Detect", path: "/detect/alarms" }]}
      help={help}
    >
      <SpaceBetween size="l">
        <CustomMetrics />
        <Dimensions />
      </SpaceBetween>
    </Page>
  );
}

const help = (
  <p>
    A custom metric is a value that devices report under a name of their own, for example a battery's charge.
    A dimension narrows a metric of the broker to certain topics.
  </p>
);
