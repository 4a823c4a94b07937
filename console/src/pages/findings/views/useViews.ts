// SPDX-License-Identifier: Apache-2.0
import { useChange, useOperation } from "../../../api/operation";
import { type Filters, parseFilters } from "../filter/filters";

/** A filter that somebody gave a name to. */
export interface View {
  name: string;
  shared: boolean;
  owner?: string;
  filters: Filters;
}

interface ListedView {
  viewName: string;
  shared?: boolean;
  owner?: string;
  state: string;
}

const page = "findings";

/** The filter sets that the user keeps, and those that are shared. */
export function useViews() {
  const list = useOperation<{ views?: ListedView[] }>("fleetward", "ListViews", { page });
  const put = useChange("fleetward", "PutView");
  const remove = useChange("fleetward", "DeleteView");
  const views = (list.data?.views ?? []).flatMap(({ viewName, shared = false, owner, state }): View[] => {
    const filters = parseFilters(state);
    return filters ? [{ name: viewName, shared, owner, filters }] : [];
  });
  return {
    views,
    /** Why there are none, if they cannot be had. */
    problem: list.error ?? undefined,
    save: (view: NewView) => put.mutateAsync(inputOf(view)),
    remove: ({ name }: View) => remove.mutateAsync({ page, viewName: name }),
    busy: put.isPending || remove.isPending,
  };
}

interface NewView {
  name: string;
  shared: boolean;
  filters: Filters;
}

/** The input of PutView that keeps a view. */
export const inputOf = ({ name, shared, filters }: NewView) => ({
  page,
  viewName: name,
  shared,
  state: JSON.stringify(filters),
});

export type Views = ReturnType<typeof useViews>;

export const viewKey = ({ name, shared }: { name: string; shared: boolean }): string =>
  `${shared ? "shared" : "own"}:${name}`;
