// SPDX-License-Identifier: Apache-2.0
import { useOperation } from "../../api/operation";
import type { AuditConfiguration } from "./types";

/** The account's audit configuration, and which checks it has enabled, in the order of their names. */
export function useEnabledChecks() {
  const configuration = useOperation<AuditConfiguration>(
    "iot",
    "DescribeAccountAuditConfiguration",
    {},
    {
      live: ["audit"],
    },
  );
  const all = Object.entries(configuration.data?.auditCheckConfigurations ?? {});
  const enabled = all
    .filter(([, check]) => check.enabled)
    .map(([name]) => name)
    .sort();
  return { configuration, enabled };
}
