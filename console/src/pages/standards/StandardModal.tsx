// SPDX-License-Identifier: Apache-2.0
import { ActionModal } from "../../ui/ActionModal";
import type { Standard, Subscription } from "./types";

/** Enables a standard, or disables it. */
export function StandardModal({
  standard,
  subscription,
  onClose,
}: {
  standard: Standard;
  subscription?: Subscription;
  onClose: () => void;
}) {
  return subscription ? (
    <ActionModal
      title={`Disable ${standard.Name}`}
      action="Disable"
      service="securityhub"
      operation="BatchDisableStandards"
      input={{ StandardsSubscriptionArns: [subscription.StandardsSubscriptionArn] }}
      done={() => `Disabled ${standard.Name}.`}
      onClose={onClose}
    >
      Its controls are no longer judged for it, and it has no score.
    </ActionModal>
  ) : (
    <ActionModal
      title={`Enable ${standard.Name}`}
      action="Enable"
      service="securityhub"
      operation="BatchEnableStandards"
      input={{ StandardsSubscriptionRequests: [{ StandardsArn: standard.StandardsArn }] }}
      done={() => `Enabled ${standard.Name}.`}
      onClose={onClose}
    >
      All of its controls are enabled and judged.
    </ActionModal>
  );
}
