// SPDX-License-Identifier: Apache-2.0
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { DeliveryResult } from "./types";

/** What came of an attempt to deliver. */
export function Result({ of }: { of: DeliveryResult }) {
  switch (of) {
    case "DELIVERED":
      return <StatusIndicator type="success">Delivered</StatusIndicator>;
    case "FAILED":
      return <StatusIndicator type="warning">Failed, will be tried again</StatusIndicator>;
    case "DEAD":
      return <StatusIndicator type="error">Given up</StatusIndicator>;
  }
}
