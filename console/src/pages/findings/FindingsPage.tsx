// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo, useState } from "react";
import { Page } from "../../ui/Page";
import { useTablePreferences } from "../../ui/tablePreferences";
import { useUrlWords } from "../../ui/urlState";
import { columns } from "./columns";
import { FindingsTable } from "./FindingsTable";
import { openFindings, parseFilters } from "./filter/filters";
import { FindingPanel } from "./panel/FindingPanel";
import type { FindingIdentifier } from "./types";

/** The analyst's page: all findings, filtered, sorted, worked on. Filter, order and the open finding are its address. */
export function FindingsPage() {
  const [words, setWords] = useUrlWords();
  const asked = words.get("filters") ?? undefined;
  const filters = useMemo(() => parseFilters(asked) ?? openFindings, [asked]);
  const sort = words.get("sort") ?? "-UpdatedAt";
  const preferences = useTablePreferences("findings", columns, 20);
  const [paused, setPaused] = useState(false);
  const id = words.get("id");
  const productArn = words.get("product");
  const open = id && productArn ? { Id: id, ProductArn: productArn } : undefined;
  const show = (finding: FindingIdentifier | undefined) =>
    setWords({ id: finding?.Id, product: finding?.ProductArn });
  const table = useMemo(() => {
    const rest = new URLSearchParams(words);
    for (const name of ["id", "product"]) rest.delete(name);
    return rest.toString();
  }, [words]);
  const addressOf = useCallback(
    ({ Id, ProductArn }: FindingIdentifier) => {
      const which = `id=${encodeURIComponent(Id)}&product=${encodeURIComponent(ProductArn)}`;
      return `/findings?${table ? `${table}&` : ""}${which}`;
    },
    [table],
  );
  return (
    <Page title="Findings" headless help={<FindingsHelp />}>
      <FindingsTable
        filters={filters}
        setFilters={next => setWords({ filters: JSON.stringify(next), id: undefined, product: undefined })}
        sort={sort}
        setSort={next => setWords({ sort: next })}
        preferences={preferences}
        paused={paused}
        setPaused={setPaused}
        addressOf={addressOf}
      />
      {open && (
        <FindingPanel
          finding={open}
          tab={words.get("tab") ?? "overview"}
          setTab={tab => setWords({ tab })}
          onClose={() => show(undefined)}
          show={show}
        />
      )}
    </Page>
  );
}

function FindingsHelp() {
  return (
    <>
      <p>
        A finding is one security issue on one resource, in the format that all products share (ASFF). Audit
        and Detect report theirs by themselves; other products send theirs by BatchImportFindings.
      </p>
      <p>
        The filter joins different fields by <b>and</b>, and several values of one field by <b>or</b>. Open a
        token to make a group of it.
      </p>
      <p>
        <b>Workflow status</b> is yours to change: new, notified, resolved, suppressed. <b>Record state</b> is
        the product's: it archives what no longer exists.
      </p>
      <p>
        Rows do not jump while you read. When findings come or change, a button above the table says how many;
        pause it to be left alone.
      </p>
    </>
  );
}
