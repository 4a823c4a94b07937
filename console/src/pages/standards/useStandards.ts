// SPDX-License-Identifier: Apache-2.0
import { useList, useOperation } from "../../api/operation";
import type { Scores, Standard, Subscription } from "./types";

/** The standards there are, those that are enabled, and how the account does by them. */
export function useStandards() {
  const standards = useList<Standard>("securityhub", "DescribeStandards", "Standards");
  const enabled = useList<Subscription>("securityhub", "GetEnabledStandards", "StandardsSubscriptions");
  const scores = useOperation<Scores>("fleetward", "DescribeStandardScores", {}, { live: ["finding"] });
  return {
    standards,
    subscriptionOf: (arn: string) => enabled.data?.items.find(({ StandardsArn }) => StandardsArn === arn),
    scores,
    problem: standards.error ?? enabled.error ?? scores.error,
    isPending: standards.isPending || enabled.isPending || scores.isPending,
    refetch: () => void Promise.all([standards.refetch(), enabled.refetch(), scores.refetch()]),
  };
}
