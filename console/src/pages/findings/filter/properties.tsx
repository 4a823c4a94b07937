// SPDX-License-Identifier: Apache-2.0
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import type { Language } from "./compile";
import { DateForm, DaysForm, PairForm } from "./forms";
import { criteriaKeys, enumerated, type FilterKind, filterKeys, labelOf } from "./keys";

type Operators = PropertyFilterProps.FilteringProperty["operators"];

const choice = ["=", "!="].map(operator => ({ operator, tokenType: "enum" as const }));
const shownMoment = (value: unknown) =>
  String(value ?? "")
    .replace("T", " ")
    .replace(/:00(\.000)?Z$/, " UTC")
    .replace(/Z$/, " UTC");
const days = (value: unknown) => (/^1$/.test(String(value)) ? "1 day" : `${value} days`);

const operators: Readonly<Record<Exclude<FilterKind, "keyword">, Operators>> = {
  text: ["=", "!=", ":", "!:", "^", "!^"],
  number: ["=", ">=", "<=", ">", "<", { operator: "between", description: "From..to, both included" }],
  date: [
    { operator: ">=", description: "On or after", form: DateForm, format: shownMoment },
    { operator: "<=", description: "On or before", form: DateForm, format: shownMoment },
    { operator: "within", description: "In the last days", form: DaysForm, format: days },
    { operator: "older than", description: "Longer ago than days", form: DaysForm, format: days },
    { operator: "between", description: "Two dates: 2026-11-01/2026-11-30" },
  ],
  map: ["=", "!=", ":", "!:"].map(operator => ({ operator, form: PairForm })),
  address: ["="],
  flag: ["="],
};

const groups: readonly { prefix: RegExp; group: string }[] = [
  { prefix: /^Resource/, group: "resource" },
  { prefix: /^(Network|Process|Malware|ThreatIntel|Vulnerabilities)/, group: "evidence" },
  { prefix: /^(FindingProviderFields|Compliance)/, group: "compliance" },
];

export const groupTexts: PropertyFilterProps.GroupText[] = [
  { group: "resource", properties: "Resource", values: "Resource values" },
  { group: "compliance", properties: "Compliance and provider", values: "Compliance and provider values" },
  {
    group: "evidence",
    properties: "Network, process, malware, threat intelligence",
    values: "Network, process, malware, threat intelligence values",
  },
];

/** The keys asked for most, in this order; the others follow by name. */
const first = [
  "SeverityLabel",
  "WorkflowStatus",
  "RecordState",
  "ProductName",
  "Title",
  "ResourceId",
  "ResourceType",
  "ComplianceStatus",
  "UpdatedAt",
  "CreatedAt",
  "AwsAccountId",
  "Region",
];

/** The properties of the filter bar. */
export function propertiesOf(language: Language): PropertyFilterProps.FilteringProperty[] {
  const keys = language === "criteria" ? criteriaKeys : Object.keys(filterKeys);
  const rest = keys
    .filter(key => !first.includes(key))
    .sort((a, b) => labelOf(a).localeCompare(labelOf(b), "en"));
  return [...first.filter(key => keys.includes(key)), ...rest].flatMap(key => {
    const kind = filterKeys[key];
    if (!kind || kind === "keyword") return [];
    const texts = operators.text ?? [];
    return {
      key,
      propertyLabel: labelOf(key),
      groupValuesLabel: `${labelOf(key)} values`,
      operators: enumerated[key]
        ? [...choice, ...texts.filter(one => one !== "=" && one !== "!=")]
        : operators[kind],
      defaultOperator: kind === "date" ? ">=" : "=",
      group: first.includes(key) ? undefined : groups.find(({ prefix }) => prefix.test(key))?.group,
    };
  });
}

/** Values to choose from where there are few. */
export const fixedOptions: readonly PropertyFilterProps.FilteringOption[] = [
  ...Object.entries(enumerated).flatMap(([propertyKey, values]) =>
    values.map(value => ({ propertyKey, value })),
  ),
  { propertyKey: "Sample", value: "true" },
  { propertyKey: "Sample", value: "false" },
];
