// SPDX-License-Identifier: Apache-2.0
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useFlash } from "../../../ui/flash";
import { type Filters, openFindings } from "../filter/filters";
import { SaveViewModal } from "./SaveViewModal";
import { type View, type Views, viewKey } from "./useViews";

const standard: View = { name: "Open findings", shared: true, filters: openFindings };

const chosenOf = (views: Views, filters: Filters): View | undefined =>
  [standard, ...views.views].find(view => JSON.stringify(view.filters) === JSON.stringify(filters));

/** Chooses one of the saved filter sets. */
export function ViewSelect({
  views,
  filters,
  apply,
}: {
  views: Views;
  filters: Filters;
  apply: (filters: Filters) => void;
}) {
  const option = (view: View) => ({
    value: viewKey(view),
    label: view.name,
    description: view.shared && view.owner ? `by ${view.owner}` : undefined,
  });
  const own = views.views.filter(({ shared }) => !shared).map(option);
  const shared = views.views.filter(view => view.shared).map(option);
  const chosen = chosenOf(views, filters);
  return (
    <Select
      inlineLabelText="Filter set"
      selectedOption={
        chosen ? (chosen === standard ? { value: "standard", label: standard.name } : option(chosen)) : null
      }
      placeholder="None"
      options={[
        { value: "standard", label: standard.name },
        { label: "Yours", options: own },
        { label: "Shared", options: shared },
      ].filter(one => one.options === undefined || one.options.length > 0)}
      onChange={({ detail }) => {
        const { value } = detail.selectedOption;
        const view = value === "standard" ? standard : views.views.find(one => viewKey(one) === value);
        if (view) apply(view.filters);
      }}
      expandToViewport
    />
  );
}

/** Keeps the filter under a name, changes or deletes what is kept. */
export function ViewActions({
  views,
  filters,
  clear,
}: {
  views: Views;
  filters: Filters;
  clear: () => void;
}) {
  const [saving, setSaving] = useState(false);
  const flash = useFlash();
  const chosen = chosenOf(views, filters);
  const own = chosen && chosen !== standard ? chosen : undefined;
  const why = views.problem && `Filter sets cannot be kept: ${views.problem.detail}`;
  const remove = async (view: View) => {
    try {
      await views.remove(view);
      flash.success(`Deleted the filter set ${view.name}.`);
    } catch (problem) {
      flash.failure(problem, "The filter set was not deleted");
    }
  };
  return (
    <>
      <ButtonDropdown
        mainAction={{ text: "Clear filters", onClick: clear }}
        ariaLabel="Filter sets"
        loading={views.busy}
        items={[
          { id: "save", text: "Save as a filter set…", disabled: why !== undefined, disabledReason: why },
          {
            id: "delete",
            text: own ? `Delete ${own.name}` : "Delete the filter set",
            disabled: own === undefined,
            disabledReason: "Choose one of your filter sets first",
          },
        ]}
        onItemClick={({ detail }) => {
          if (detail.id === "save") setSaving(true);
          else if (own) void remove(own);
        }}
      />
      {saving && <SaveViewModal views={views} filters={filters} onClose={() => setSaving(false)} />}
    </>
  );
}
