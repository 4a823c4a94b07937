// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { Link } from "../../ui/Link";
import { SeverityCounts } from "./SeverityCounts";

/** Open findings by severity. */
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
      <SeverityCounts />
    </Container>
  );
}
