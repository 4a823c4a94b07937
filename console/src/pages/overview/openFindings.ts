// SPDX-License-Identifier: Apache-2.0
import { type Filters, openFindings } from "../findings/filter/filters";

export interface Finding {
  Id: string;
  ProductArn: string;
  Title: string;
  Severity: { Label?: string };
  UpdatedAt: string;
  Resources?: { Id: string; Type: string }[];
}

/** The severities that are shown at a glance, worst first. */
export const labels = ["CRITICAL", "HIGH", "MEDIUM", "LOW"] as const;

/** Open findings of one severity. */
export const severityFilter = (label: string): Filters => ({
  ...openFindings,
  SeverityLabel: [{ Value: label, Comparison: "EQUALS" }],
});

/** The address of one finding, opened beside the list. */
export const findingPath = ({ Id, ProductArn }: Finding): string =>
  `/findings?id=${encodeURIComponent(Id)}&product=${encodeURIComponent(ProductArn)}`;
