// SPDX-License-Identifier: Apache-2.0
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import type { Finding } from "./types";

const sources: Readonly<Record<string, (finding: Finding) => readonly (string | undefined)[]>> = {
  ProductName: finding => [finding.ProductName],
  CompanyName: finding => [finding.CompanyName],
  ProductArn: finding => [finding.ProductArn],
  Title: finding => [finding.Title],
  Type: finding => finding.Types ?? [],
  GeneratorId: finding => [finding.GeneratorId],
  ResourceId: finding => finding.Resources?.map(({ Id }) => Id) ?? [],
  ResourceType: finding => finding.Resources?.map(({ Type }) => Type) ?? [],
  AwsAccountId: finding => [finding.AwsAccountId],
  Region: finding => [finding.Region],
  ComplianceSecurityControlId: finding => [finding.Compliance?.SecurityControlId],
};

/** What the findings shown have, as suggestions for the filter. */
export function seenOptions(findings: readonly Finding[]): PropertyFilterProps.FilteringOption[] {
  return Object.entries(sources).flatMap(([propertyKey, values]) =>
    [...new Set(findings.flatMap(values))].flatMap(value => (value ? [{ propertyKey, value }] : [])),
  );
}
