// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { lazy, Suspense } from "react";
import { Link } from "../../ui/Link";
import { SeverityCounts } from "./SeverityCounts";

/** Charts are no part of what is loaded first. */
const TrendChart = lazy(() => import("./TrendChart"));

/** Open findings by severity, and how they developed. */
export function FindingsCard() {
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={<Link to="/findings">All findings</Link>}>
          Open findings
        </Header>
      }
    >
      <SpaceBetween size="m">
        <SeverityCounts />
        <Suspense fallback={<StatusIndicator type="loading">Loading the trend</StatusIndicator>}>
          <TrendChart />
        </Suspense>
      </SpaceBetween>
    </Container>
  );
}
