// SPDX-License-Identifier: Apache-2.0
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import { comparisons, type Filters, type FilterValue, isNegative } from "./filters";
import { enumerated, type FilterKind, filterKeys } from "./keys";
import { pair } from "./values";

type Token = PropertyFilterProps.Token;
type Query = PropertyFilterProps.Query;

const operatorOf = Object.fromEntries(
  Object.entries(comparisons).map(([operator, comparison]) => [comparison, operator]),
);

/** The query of the filter bar that says what filters say; keys it has no words for are named in `unshown`. */
export function decompile(filters: Filters): { query: Query; unshown: string[] } {
  const tokenGroups: (Token | PropertyFilterProps.TokenGroup)[] = [];
  const unshown: string[] = [];
  for (const [key, values] of Object.entries(filters)) {
    const kind = filterKeys[key];
    if (values.length === 0) continue;
    for (const mapKey of new Set(values.map(({ Key }) => Key))) {
      const slot = values.filter(({ Key }) => Key === mapKey);
      const entries = kind && entriesOf(key, kind, slot);
      if (entries) tokenGroups.push(...entries);
      else unshown.push(key);
    }
  }
  return { query: { operation: "and", tokens: [], tokenGroups }, unshown };
}

function entriesOf(
  key: string,
  kind: FilterKind,
  values: readonly FilterValue[],
): (Token | PropertyFilterProps.TokenGroup)[] | undefined {
  const of = values.filter(({ Comparison }) => !isNegative(Comparison));
  const not = values.filter(({ Comparison }) => isNegative(Comparison));
  const alternatives = positives(key, kind, of);
  const exclusions = not.map(value => tokenOf(key, kind, value));
  const tokens = [...alternatives, ...exclusions].filter(token => token !== undefined);
  if (tokens.length < alternatives.length + exclusions.length) return undefined;
  const split = alternatives.length > 1 ? alternatives.length : 0;
  const group = { operation: "or" as const, tokens: tokens.slice(0, split) };
  return split > 0 ? [group, ...tokens.slice(split)] : tokens;
}

function positives(key: string, kind: FilterKind, values: readonly FilterValue[]): (Token | undefined)[] {
  const isChoice =
    enumerated[key] &&
    values.length > 0 &&
    values.every(({ Comparison = "EQUALS" }) => Comparison === "EQUALS");
  if (isChoice) return [{ propertyKey: key, operator: "=", value: values.map(({ Value }) => String(Value)) }];
  return values.map(value => tokenOf(key, kind, value));
}

function tokenOf(key: string, kind: FilterKind, value: FilterValue): Token | undefined {
  const said = wordsOf(kind, value);
  if (!said) return undefined;
  const isChosen = enumerated[key] && /^!?=$/.test(said.operator);
  const token = { operator: said.operator, value: isChosen ? [said.text] : said.text };
  return kind === "keyword" ? token : { ...token, propertyKey: key };
}

function wordsOf(kind: FilterKind, value: FilterValue): { operator: string; text: string } | undefined {
  const operator = operatorOf[value.Comparison ?? "EQUALS"] ?? "=";
  switch (kind) {
    case "text":
      return { operator, text: String(value.Value) };
    case "map":
      return { operator, text: pair(value.Key ?? "", String(value.Value)) };
    case "address":
      return value.Cidr === undefined ? undefined : { operator: "=", text: value.Cidr };
    case "flag":
      return { operator: "=", text: String(value.Value) };
    case "keyword":
      return { operator: ":", text: String(value.Value) };
    case "number":
      return numberWords(value);
    case "date":
      return dateWords(value);
  }
}

function numberWords({ Eq, Gte, Gt, Lte, Lt }: FilterValue) {
  const given = [Eq, Gte, Gt, Lte, Lt].filter(bound => bound !== undefined).length;
  const low = Gte ?? Gt;
  const high = Lte ?? Lt;
  if (given === 2 && low !== undefined && high !== undefined)
    return {
      operator: "between",
      text: `${Gt === undefined ? "" : ">"}${low}..${Lt === undefined ? "" : "<"}${high}`,
    };
  if (given !== 1) return undefined;
  if (Eq !== undefined) return { operator: "=", text: `${Eq}` };
  if (low !== undefined) return { operator: Gte === undefined ? ">" : ">=", text: `${low}` };
  return { operator: Lte === undefined ? "<" : "<=", text: `${high}` };
}

function dateWords({ Start, End, DateRange }: FilterValue) {
  if (DateRange) {
    const operator = DateRange.Comparison === "OLDER_THAN" ? "older than" : "within";
    return { operator, text: `${DateRange.Value}` };
  }
  if (Start && End) return { operator: "between", text: `${Start}/${End}` };
  if (Start) return { operator: ">=", text: Start };
  return End ? { operator: "<=", text: End } : undefined;
}
