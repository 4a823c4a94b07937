// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import { ActionModal } from "../../ui/ActionModal";
import type { Product } from "./products";

/** Accepts a product's findings, or stops accepting them. */
export function AcceptModal({
  product,
  subscription,
  onClose,
}: {
  product: Product;
  subscription?: string;
  onClose: () => void;
}) {
  const name = product.ProductName ?? product.ProductArn;
  return subscription === undefined ? (
    <ActionModal
      title={`Accept findings of ${name}`}
      action="Accept findings"
      service="securityhub"
      operation="EnableImportFindingsForProduct"
      input={{ ProductArn: product.ProductArn }}
      done={() => `The hub accepts findings of ${name}.`}
      onClose={onClose}
    >
      <Box>From now on the hub takes the findings that {name} sends.</Box>
    </ActionModal>
  ) : (
    <ActionModal
      title={`Stop accepting findings of ${name}`}
      action="Stop accepting findings"
      service="securityhub"
      operation="DisableImportFindingsForProduct"
      input={{ ProductSubscriptionArn: subscription }}
      done={() => `The hub no longer accepts findings of ${name}.`}
      onClose={onClose}
    >
      <Box>New findings and changes of {name} are refused. Those that are there stay.</Box>
    </ActionModal>
  );
}
