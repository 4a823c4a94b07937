// SPDX-License-Identifier: Apache-2.0
import { useCollection } from "@cloudscape-design/collection-hooks";
import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem";
import { Empty } from "./Empty";
import { InfoLink } from "./help";
import { ProblemAlert } from "./ProblemAlert";
import { useTablePreferences } from "./tablePreferences";
import { useUrlState } from "./urlState";

export interface ResourceColumn<Item> {
  id: string;
  header: string;
  cell: (item: Item) => ReactNode;
  /** What rows are sorted and searched by; none: the column does neither. */
  text?: (item: Item) => string | number | undefined;
  /** Not shown until chosen in the preferences. */
  hidden?: boolean;
  width?: number;
}

interface ResourceTableProps<Item> {
  /** What the rows are, in the plural: the title of the table. */
  title: string;
  /** Names the table in the address and in this browser's preferences. */
  name: string;
  query: {
    data?: { items: Item[]; complete: boolean };
    error: Problem | null;
    isPending: boolean;
    refetch: () => unknown;
  };
  columns: readonly ResourceColumn<Item>[];
  idOf: (item: Item) => string;
  empty: ReactNode;
  /** Buttons above the table, by what is selected. */
  actions?: (selected: readonly Item[]) => ReactNode;
  selection?: "single" | "multi";
  description?: ReactNode;
  variant?: TableProps["variant"];
  info?: boolean;
  headingLevel?: "h1" | "h2";
}

/** A list of resources that fits into memory: searched, sorted and paged in the browser, its state in the address. */
export function ResourceTable<Item>(props: ResourceTableProps<Item>) {
  const { title, name, query, columns, idOf, empty, actions, selection, description } = props;
  const [search, setSearch] = useUrlState(`${name}.q`);
  const [sort, setSort] = useUrlState(`${name}.sort`);
  const [page, setPage] = useUrlState(`${name}.page`);
  const { value: preferences, set: setPreferences } = useTablePreferences(name, columns, 20);
  const definitions = columns.map(column => ({
    id: column.id,
    header: column.header,
    cell: column.cell,
    width: column.width,
    sortingField: column.text ? column.id : undefined,
    sortingComparator: column.text ? comparing(column.text) : undefined,
  }));
  const sorted = sort?.replace("-", "");
  const items = query.data?.items ?? [];
  const {
    items: rows,
    collectionProps,
    filterProps,
    paginationProps,
    filteredItemsCount,
  } = useCollection(items, {
    filtering: {
      defaultFilteringText: search ?? "",
      empty,
      noMatch: <Empty title="Nothing matches">Take words out of the search to see more.</Empty>,
      filteringFunction: (item, words) =>
        words
          .toLowerCase()
          .split(/\s+/)
          .every(word => columns.some(({ text }) => `${text?.(item) ?? ""}`.toLowerCase().includes(word))),
    },
    sorting: {
      defaultState: sorted
        ? {
            sortingColumn: definitions.find(one => one.id === sorted) ?? {},
            isDescending: sort?.startsWith("-"),
          }
        : undefined,
    },
    pagination: { pageSize: preferences.pageSize ?? 20, defaultPage: Number(page ?? 1) },
    selection: { trackBy: idOf, keepSelection: true },
  });
  if (query.error && !query.data) {
    return <ProblemAlert problem={query.error} retry={() => query.refetch()} />;
  }
  const selected = collectionProps.selectedItems ?? [];
  const count = query.data && `(${items.length}${query.data.complete ? "" : "+"})`;
  return (
    <Table
      {...collectionProps}
      variant={props.variant ?? "container"}
      items={rows}
      columnDefinitions={definitions}
      columnDisplay={preferences.contentDisplay}
      stickyHeader
      wrapLines={preferences.wrapLines}
      stripedRows={preferences.stripedRows}
      loading={query.isPending}
      loadingText={`Loading ${title.toLowerCase()}`}
      selectionType={selection}
      ariaLabels={{
        tableLabel: title,
        selectionGroupLabel: `Selection of ${title.toLowerCase()}`,
        allItemsSelectionLabel: () => "Select all",
        itemSelectionLabel: (_, item) => `Select ${idOf(item)}`,
      }}
      onSortingChange={event => {
        collectionProps.onSortingChange?.(event);
        const { sortingColumn, isDescending } = event.detail;
        setSort(`${isDescending ? "-" : ""}${sortingColumn.sortingField ?? ""}`);
      }}
      header={
        <Header
          variant={props.headingLevel ?? "h2"}
          counter={count}
          description={description}
          info={props.info ? <InfoLink /> : undefined}
          actions={actions && <div className="actions">{actions(selected)}</div>}
        >
          {title}
        </Header>
      }
      filter={
        <TextFilter
          {...filterProps}
          filteringPlaceholder={`Find ${title.toLowerCase()}`}
          filteringAriaLabel={`Find ${title.toLowerCase()}`}
          countText={filteredItemsCount === 1 ? "1 match" : `${filteredItemsCount ?? 0} matches`}
          onDelayedChange={({ detail }) => setSearch(detail.filteringText)}
        />
      }
      pagination={
        <Pagination
          {...paginationProps}
          onChange={event => {
            paginationProps.onChange(event);
            setPage(event.detail.currentPageIndex === 1 ? undefined : `${event.detail.currentPageIndex}`);
          }}
          ariaLabels={{
            nextPageLabel: "Next page",
            previousPageLabel: "Previous page",
            pageLabel: number => `Page ${number}`,
          }}
        />
      }
      preferences={
        <CollectionPreferences
          title="Preferences"
          confirmLabel="Confirm"
          cancelLabel="Cancel"
          preferences={preferences}
          onConfirm={({ detail }) => setPreferences(detail)}
          pageSizePreference={{ options: [10, 20, 50, 100].map(value => ({ value, label: `${value}` })) }}
          wrapLinesPreference={{}}
          stripedRowsPreference={{}}
          contentDisplayPreference={{ options: columns.map(({ id, header }) => ({ id, label: header })) }}
        />
      }
    />
  );
}

const comparing =
  <Item,>(text: (item: Item) => string | number | undefined) =>
  (a: Item, b: Item): number => {
    const left = text(a) ?? "";
    const right = text(b) ?? "";
    return typeof left === "number" && typeof right === "number"
      ? left - right
      : String(left).localeCompare(String(right), "en", { numeric: true });
  };
