// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import PropertyFilter, { type PropertyFilterProps } from "@cloudscape-design/components/property-filter";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useMemo, useState } from "react";
import { compile, joinedByOr, type Language } from "./compile";
import { decompile } from "./decompile";
import type { Filters } from "./filters";
import { fixedOptions, groupTexts, propertiesOf } from "./properties";

interface FindingFilterProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
  language?: Language;
  /** Values seen, offered as suggestions. */
  options?: readonly PropertyFilterProps.FilteringOption[];
  countText?: string;
  label?: string;
  /** Left of the bar, and in place of its button that clears it. */
  control?: ReactNode;
  actions?: ReactNode;
}

const none: readonly PropertyFilterProps.FilteringOption[] = [];

/** What was entered, over which filters, and what was last handed on: that arrives only after a while. */
interface Draft {
  query: PropertyFilterProps.Query;
  from: string;
  sent: string;
}

/**
 * The filter bar over the whole filter language. What the API cannot express stays in the bar with the reason; the
 * filters change only when it can.
 */
export function FindingFilter(props: FindingFilterProps) {
  const { filters, onChange, language = "filters", options = none, label = "Find findings" } = props;
  const [draft, setDraft] = useState<Draft>();
  const properties = useMemo(() => propertiesOf(language), [language]);
  const suggestions = useMemo(() => [...fixedOptions, ...options], [options]);
  const { query: shown, unshown } = useMemo(() => decompile(filters), [filters]);
  const now = JSON.stringify(filters);
  if (draft && draft.sent === now && draft.from !== now) setDraft({ ...draft, from: now });
  const isCurrent = draft && (draft.from === now || draft.sent === now);
  const query = isCurrent ? draft.query : shown;
  const compiled = isCurrent ? compile(draft.query, language) : undefined;
  const take = (next: PropertyFilterProps.Query) => {
    const result = compile(next, language);
    const sent = result.filters ? JSON.stringify(result.filters) : isCurrent ? draft.sent : now;
    setDraft({ query: next, from: now, sent });
    if (result.filters && sent !== now) onChange(result.filters);
  };
  const isPlain = language === "criteria";
  return (
    <SpaceBetween size="xs">
      <PropertyFilter
        query={query}
        onChange={({ detail }) => take(detail)}
        filteringProperties={properties}
        filteringOptions={suggestions}
        customGroupsText={groupTexts}
        enableTokenGroups
        disableFreeTextFiltering={isPlain}
        freeTextFiltering={{ operators: [":"], defaultOperator: ":" }}
        filteringAriaLabel={label}
        filteringPlaceholder={isPlain ? "Add a criterion" : "Find findings by words or by property"}
        countText={compiled?.problem ? undefined : props.countText}
        customControl={props.control}
        customFilterActions={props.actions}
        expandToViewport
        tokenLimit={12}
      />
      {compiled?.problem && (
        <Alert
          type="warning"
          header="This filter is not applied"
          action={
            compiled.join !== undefined && (
              <Button onClick={() => take(joinedByOr(query, compiled.join ?? ""))}>Join by or</Button>
            )
          }
        >
          {compiled.problem}
        </Alert>
      )}
      {unshown.length > 0 && (
        <Alert type="info" header="The bar does not show all of this filter">
          It is applied as it is:{" "}
          {JSON.stringify(Object.fromEntries(unshown.map(key => [key, filters[key]])))}. Changing the bar
          removes it.
        </Alert>
      )}
    </SpaceBetween>
  );
}
