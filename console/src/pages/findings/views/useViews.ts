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
  page?: string;
  name: string;
  shared?: boolean;
  owner?: string;
  content: string;
}

const page = "findings";

/** The filter sets that the user keeps, and those that are shared. */
export function useViews() {
  const list = useOperation<{ views?: ListedView[] }>("fleetward", "ListViews", { page });
  const put = useChange("fleetward", "PutView");
  const remove = useChange("fleetward", "DeleteView");
  const views = (list.data?.views ?? []).flatMap(({ name, shared = false, owner, content }): View[] => {
    const filters = parseFilters(content);
    return filters ? [{ name, shared, owner, filters }] : [];
  });
  return {
    views,
    /** Why there are none, if they cannot be had. */
    problem: list.error ?? undefined,
    save: (name: string, shared: boolean, filters: Filters) =>
      put.mutateAsync({ page, name, shared, content: JSON.stringify(filters) }),
    remove: ({ name, shared }: View) => remove.mutateAsync({ page, name, shared }),
    busy: put.isPending || remove.isPending,
  };
}

export type Views = ReturnType<typeof useViews>;

export const viewKey = ({ name, shared }: { name: string; shared: boolean }): string =>
  `${shared ? "shared" : "own"}:${name}`;
