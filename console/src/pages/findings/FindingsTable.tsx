// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import Link from "@cloudscape-design/components/link";
import Pagination from "@cloudscape-design/components/pagination";
import Table from "@cloudscape-design/components/table";
import { useMemo, useState } from "react";
import { useAhead } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { Link as PageLink } from "../../ui/Link";
import { ProblemAlert } from "../../ui/ProblemAlert";
import type { TablePreferences } from "../../ui/tablePreferences";
import { useHeld } from "../../ui/useHeld";
import { columns } from "./columns";
import { FindingsHeader } from "./FindingsHeader";
import { FindingFilter } from "./filter/FindingFilter";
import type { Filters } from "./filter/filters";
import { searchFindings } from "./searchFindings";
import { seenOptions } from "./seenOptions";
import { type Finding, type FindingIdentifier, keyOf } from "./types";
import { useFindings } from "./useFindings";
import { useViews } from "./views/useViews";
import { ViewActions, ViewSelect } from "./views/ViewMenu";

interface FindingsTableProps {
  filters: Filters;
  setFilters: (filters: Filters) => void;
  /** A field of SortCriteria; after a minus the largest first. */
  sort: string;
  setSort: (sort: string) => void;
  preferences: TablePreferences;
  paused: boolean;
  setPaused: (paused: boolean) => void;
  /** Where a finding is shown beside the table. */
  addressOf: (finding: FindingIdentifier) => string;
}

export function FindingsTable(props: FindingsTableProps) {
  const { filters, sort, preferences, paused, setPaused, addressOf } = props;
  const pageSize = preferences.value.pageSize ?? 20;
  const input = useMemo(() => question(filters, sort, pageSize), [filters, sort, pageSize]);
  const ask = useAhead("securityhub", "GetFindings", searchFindings);
  const setFilters = (next: Filters) => {
    ask(question(next, sort, pageSize));
    props.setFilters(next);
  };
  const setSort = (next: string) => {
    ask(question(filters, next, pageSize));
    props.setSort(next);
  };
  const { query, index, pages, hasMore, go, changes, showFresh } = useFindings(input, paused);
  const [selectedKeys, setSelectedKeys] = useState<ReadonlySet<string>>(new Set());
  const findings = query.data?.Findings ?? [];
  const selected = findings.filter(finding => selectedKeys.has(keyOf(finding)));
  const options = useMemo(() => seenOptions(query.data?.Findings ?? []), [query.data]);
  const views = useViews();
  const count = index * pageSize + findings.length;
  const counter = query.data ? `${count}${hasMore ? "+" : ""}` : undefined;

  const definitions = useMemo(
    () =>
      columns.map(column => ({
        id: column.id,
        header: column.header,
        width: column.width,
        sortingField: column.sort,
        isRowHeader: column.id === "title",
        cell:
          column.id === "title"
            ? (finding: Finding) => <PageLink to={addressOf(finding)}>{finding.Title}</PageLink>
            : column.cell,
      })),
    [addressOf],
  );
  const sortingColumn = definitions.find(({ sortingField }) => sortingField === sort.replace(/^-/, ""));
  // Rows have no key, so that the next page is written into the rows that are there.
  const table = (
    <Table
      variant="full-page"
      items={query.error && !query.data ? [] : findings}
      columnDefinitions={definitions}
      columnDisplay={preferences.value.contentDisplay}
      wrapLines={preferences.value.wrapLines}
      stripedRows={preferences.value.stripedRows}
      stickyHeader
      resizableColumns
      loading={query.isPending || query.isPlaceholderData}
      loadingText="Loading findings"
      selectionType="multi"
      selectedItems={selected}
      onSelectionChange={({ detail }) => setSelectedKeys(new Set(detail.selectedItems.map(keyOf)))}
      sortingColumn={sortingColumn}
      sortingDescending={sort.startsWith("-")}
      onSortingChange={({ detail }) => {
        const descending = detail.sortingColumn === sortingColumn ? detail.isDescending : true;
        setSort(`${descending ? "-" : ""}${detail.sortingColumn.sortingField}`);
      }}
      ariaLabels={{
        tableLabel: "Findings",
        selectionGroupLabel: "Selection of findings",
        allItemsSelectionLabel: () => "Select all of this page",
        itemSelectionLabel: (_, finding) => `Select ${finding.Title}`,
      }}
      empty={
        query.error ? (
          <ProblemAlert problem={query.error} retry={() => void query.refetch()} />
        ) : hasMore ? (
          <Empty
            title="Nothing found yet"
            action={<Button onClick={() => go(index + 1)}>Look further</Button>}
          >
            There are so many findings that looking through them takes time. Those looked at so far do not
            match.
          </Empty>
        ) : (
          <NothingFound filters={filters} clear={() => setFilters({})} />
        )
      }
      header={
        <FindingsHeader
          counter={counter}
          filters={filters}
          input={input}
          selected={selected}
          clearSelection={() => setSelectedKeys(new Set())}
          changes={changes}
          showFresh={showFresh}
          paused={paused}
          setPaused={setPaused}
          refresh={() => void query.refetch()}
        />
      }
      filter={
        <div className="findings-filter">
          <FindingFilter
            filters={filters}
            onChange={setFilters}
            options={options}
            countText={
              counter === undefined
                ? undefined
                : `${counter} ${count === 1 && !hasMore ? "match" : "matches"}`
            }
            control={
              <div className="filter-set">
                <ViewSelect views={views} filters={filters} apply={setFilters} />
              </div>
            }
            actions={<ViewActions views={views} filters={filters} clear={() => setFilters({})} />}
          />
        </div>
      }
      pagination={
        <Pagination
          currentPageIndex={index + 1}
          pagesCount={pages}
          openEnd={hasMore}
          onChange={({ detail }) => {
            if (detail.currentPageIndex <= pages) go(detail.currentPageIndex - 1);
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
          preferences={preferences.value}
          onConfirm={({ detail }) => preferences.set(detail)}
          pageSizePreference={{
            options: [20, 50, 100].map(value => ({ value, label: `${value} findings` })),
          }}
          wrapLinesPreference={{}}
          stripedRowsPreference={{}}
          contentDisplayPreference={{
            options: columns.map(({ id, header }) => ({ id, label: header, alwaysVisible: id === "title" })),
          }}
        />
      }
    />
  );
  return useHeld(table, query.isPlaceholderData);
}

/** What GetFindings is asked. */
function question(filters: Filters, sort: string, pageSize: number) {
  return {
    Filters: filters,
    SortCriteria: [{ Field: sort.replace(/^-/, ""), SortOrder: sort.startsWith("-") ? "desc" : "asc" }],
    MaxResults: pageSize,
  };
}

function NothingFound({ filters, clear }: { filters: Filters; clear: () => void }) {
  return Object.keys(filters).length === 0 ? (
    <Empty title="No findings">
      A finding is one security issue on one resource. Run an audit, attach a security profile, or let other
      products send theirs; accept each product's findings on the{" "}
      <PageLink to="/integrations">integrations page</PageLink>.
    </Empty>
  ) : (
    <Empty title="No findings match" action={<Link onFollow={() => clear()}>Clear the filter</Link>}>
      Nothing is as the filter asks. The standard filter shows only what is open: new or notified, and active.
    </Empty>
  );
}
