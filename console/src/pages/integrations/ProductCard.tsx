// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { Link } from "../../ui/Link";
import { findingsPath, openFindings } from "../findings/filter/filters";
import { type Product, sends } from "./products";

export function ProductStatus({ product, accepted }: { product: Product; accepted: boolean }) {
  if (!sends(product)) return <StatusIndicator type="info">Does not send findings</StatusIndicator>;
  return accepted ? (
    <StatusIndicator type="success">Accepting findings</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">Not accepting findings</StatusIndicator>
  );
}

export function ProductActions({
  product,
  accepted,
  change,
}: {
  product: Product;
  accepted: boolean;
  change: () => void;
}) {
  const name = product.ProductName ?? "";
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Button onClick={change} ariaLabel={`${accepted ? "Stop accepting" : "Accept"} findings of ${name}`}>
        {accepted ? "Stop accepting findings" : "Accept findings"}
      </Button>
      <Link
        to={findingsPath({ ...openFindings, ProductName: [{ Value: name, Comparison: "EQUALS" }] })}
        ariaLabel={`See findings of ${name}`}
      >
        See findings
      </Link>
    </SpaceBetween>
  );
}
