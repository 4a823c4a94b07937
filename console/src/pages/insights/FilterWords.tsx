// SPDX-License-Identifier: Apache-2.0
import { decompile } from "../findings/filter/decompile";
import type { Filters } from "../findings/filter/filters";
import { labelOf } from "../findings/filter/keys";

/** Filters in one line. */
export function FilterWords({ filters }: { filters: Filters }) {
  const { query } = decompile(filters);
  const word = (token: { propertyKey?: string; operator: string; value: unknown }) =>
    `${token.propertyKey ? labelOf(token.propertyKey) : "Any text"} ${token.operator} ${[token.value].flat().join(", ")}`;
  const said = (query.tokenGroups ?? []).map(entry =>
    "tokens" in entry
      ? `(${entry.tokens.flatMap(one => ("tokens" in one ? [] : [word(one)])).join(" or ")})`
      : word(entry),
  );
  return <>{said.length === 0 ? "All findings" : said.join(" and ")}</>;
}
