// SPDX-License-Identifier: Apache-2.0
import type { PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import { type Filters, type FilterValue, isNegative } from "./filters";
import { criteriaKeys, type FilterKind, filterKeys, labelOf, manyValues } from "./keys";
import { Meaningless, valuesOf } from "./values";

type Token = PropertyFilterProps.Token;
type Query = PropertyFilterProps.Query;

/** Which filters a query may become: those of GetFindings, or criteria of rules. */
export type Language = "filters" | "criteria";

/** The filters that say what a query says, or why there are none. */
export type Compiled =
  | { filters: Filters; problem?: undefined }
  | {
      filters?: undefined;
      problem: string /** Joining the tokens of this key by or would help. */;
      join?: string;
    };

/** One token: values of one key, for a map those under one of its own keys. */
interface Leaf {
  key: string;
  kind: FilterKind;
  slot: string;
  name: string;
  negative: boolean;
  values: FilterValue[];
}

class Inexpressible extends Error {
  constructor(
    message: string,
    readonly join?: string,
  ) {
    super(message);
  }
}

/**
 * Translates a query of the filter bar into the filter structure of the API, which joins keys by and, the positive
 * values of one key by or and its negative ones by and. Whatever that structure cannot say is refused, never bent.
 */
export function compile(query: Query, language: Language = "filters"): Compiled {
  try {
    return { filters: join(clausesOf(query), language) };
  } catch (error) {
    if (error instanceof Inexpressible) return { problem: error.message, join: error.join };
    if (error instanceof Meaningless) return { problem: error.message };
    throw error;
  }
}

/** All clauses hold; of a clause one alternative holds; of an alternative all leaves hold. */
function clausesOf(query: Query): Leaf[][][] {
  const groups = (query.tokenGroups ?? query.tokens).map(groupOf);
  if (query.operation === "or" && groups.length > 1) {
    return [
      groups.flatMap(({ operation, tokens }) =>
        operation === "or" ? tokens.map(token => [leafOf(token)]) : [tokens.map(leafOf)],
      ),
    ];
  }
  return groups.flatMap(({ operation, tokens }) =>
    operation === "or" ? [tokens.map(token => [leafOf(token)])] : tokens.map(token => [[leafOf(token)]]),
  );
}

function groupOf(entry: Token | PropertyFilterProps.TokenGroup): {
  operation: "and" | "or";
  tokens: Token[];
} {
  if (!("tokens" in entry)) return { operation: "and", tokens: [entry] };
  const tokens = entry.tokens.flatMap(inner => ("tokens" in inner ? groupOf(inner).tokens : [inner]));
  return { operation: entry.operation, tokens };
}

function leafOf(token: Token): Leaf {
  const key = token.propertyKey ?? "Keyword";
  const kind = filterKeys[key] ?? "text";
  const values = valuesOf(kind, labelOf(key), token.operator, token.value);
  const mapKey = values[0]?.Key;
  return {
    key,
    kind,
    slot: mapKey === undefined ? key : `${key} ${mapKey}`,
    name: mapKey === undefined ? labelOf(key) : `${labelOf(key)} ${mapKey}`,
    negative: isNegative(values[0]?.Comparison),
    values,
  };
}

function join(clauses: Leaf[][][], language: Language): Filters {
  const positive = new Map<string, { leaf: Leaf; clauses: FilterValue[][] }>();
  const negative = new Map<string, { leaf: Leaf; values: FilterValue[] }>();
  for (const alternatives of clauses) {
    const leaf = alternatives[0]?.[0];
    if (!leaf) continue;
    if (alternatives.length === 1 && leaf.negative) {
      const known = negative.get(leaf.slot) ?? { leaf, values: [] };
      known.values.push(...leaf.values);
      negative.set(leaf.slot, known);
      continue;
    }
    if (alternatives.length > 1) mustBeJoinable(alternatives);
    const known = positive.get(leaf.slot) ?? { leaf, clauses: [] };
    known.clauses.push(
      alternatives.flatMap(leaves => (leaves.length === 1 ? (leaves[0]?.values ?? []) : [both(leaves)])),
    );
    positive.set(leaf.slot, known);
  }
  const slots = [...positive.keys(), ...[...negative.keys()].filter(slot => !positive.has(slot))];
  const filters: Record<string, FilterValue[]> = {};
  for (const slot of slots) {
    const of = positive.get(slot);
    const not = negative.get(slot);
    const leaf = (of ?? not)?.leaf;
    if (!leaf) continue;
    const values = distinct([...(of ? one(of.leaf, of.clauses) : []), ...(not?.values ?? [])]);
    mustMix(leaf, values);
    filters[leaf.key] = [...(filters[leaf.key] ?? []), ...values];
  }
  mustFit(filters, language);
  return filters;
}

/** Alternatives must be positive and of one field: the API joins fields by and alone. */
function mustBeJoinable(alternatives: Leaf[][]): void {
  const leaves = alternatives.flat();
  const names = [...new Set(leaves.map(({ name }) => name))];
  if (names.length > 1)
    throw new Inexpressible(
      `"${names[0]} or ${names[1]}" cannot be asked for: different fields are joined by "and" only. Use "and", or look at the two one after the other.`,
    );
  if (leaves.some(({ negative }) => negative))
    throw new Inexpressible(
      `"${names[0]} is not …" cannot be one side of an "or": what a field must not be is joined by "and" only.`,
    );
}

/** Several bounds of one field that hold together. */
function both(leaves: Leaf[]): FilterValue {
  const leaf = leaves[0] as Leaf;
  return merged(
    leaf,
    leaves.map(({ values }) => values),
  );
}

/** The values of all clauses of one field: only bounds of numbers and dates can hold together. */
function one(leaf: Leaf, clauses: FilterValue[][]): FilterValue[] {
  return clauses.length === 1 ? (clauses[0] ?? []) : [merged(leaf, clauses)];
}

function merged(leaf: Leaf, clauses: FilterValue[][]): FilterValue {
  const range = leaf.kind === "number" || leaf.kind === "date";
  const value: Record<string, unknown> = {};
  for (const clause of clauses) {
    const only = clause[0];
    if (!range || clause.length !== 1 || !only)
      throw new Inexpressible(
        `${leaf.name} is asked for more than once. The values of one field are joined by "or": put them into one group.`,
        leaf.slot,
      );
    for (const [bound, limit] of Object.entries(only)) {
      if (bound in value && value[bound] !== limit)
        throw new Inexpressible(`${leaf.name} has the same bound twice. Keep the narrower one.`);
      value[bound] = limit;
    }
  }
  if ("DateRange" in value && Object.keys(value).length > 1)
    throw new Inexpressible(`${leaf.name}: a number of days cannot be combined with a date.`);
  return value as FilterValue;
}

function mustMix(leaf: Leaf, values: FilterValue[]): void {
  const used = new Set(values.map(({ Comparison }) => Comparison));
  if (used.has("EQUALS") && (used.has("NOT_EQUALS") || used.has("PREFIX_NOT_EQUALS")))
    throw new Inexpressible(
      `${leaf.name}: "equals" cannot be combined with "does not equal" or "does not start with".`,
    );
  if (used.size > 1 && (used.has("CONTAINS") || used.has("NOT_CONTAINS")))
    throw new Inexpressible(
      `${leaf.name}: "contains" and "does not contain" can only be combined with themselves.`,
    );
}

function mustFit(filters: Record<string, FilterValue[]>, language: Language): void {
  const keys = Object.keys(filters);
  if (language === "filters" && keys.length > 10)
    throw new Inexpressible(`At most 10 different fields can be combined; these are ${keys.length}.`);
  for (const key of keys) {
    if (language === "criteria" && !criteriaKeys.includes(key))
      throw new Inexpressible(`${labelOf(key)} cannot be a criterion of a rule or suppression.`);
    const most = language === "criteria" && manyValues.includes(key) ? 100 : 20;
    const count = filters[key]?.length ?? 0;
    if (count > most) throw new Inexpressible(`${labelOf(key)} can have ${most} values; these are ${count}.`);
  }
}

function distinct(values: FilterValue[]): FilterValue[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()];
}

/** The query with all positive tokens of one field in one group, joined by or. */
export function joinedByOr(query: Query, slot: string): Query {
  const entries = query.tokenGroups ?? query.tokens;
  const belongs = (entry: (typeof entries)[number]) =>
    groupOf(entry).tokens.every(token => {
      const leaf = leafOf(token);
      return leaf.slot === slot && !leaf.negative;
    });
  const tokens = entries.filter(belongs).flatMap(entry => groupOf(entry).tokens);
  const first = entries.findIndex(belongs);
  const tokenGroups = entries.flatMap((entry, place) =>
    place === first ? [{ operation: "or" as const, tokens }] : belongs(entry) ? [] : [entry],
  );
  return { operation: query.operation, tokens: [], tokenGroups };
}
