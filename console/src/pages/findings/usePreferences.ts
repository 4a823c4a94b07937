// SPDX-License-Identifier: Apache-2.0
import type { CollectionPreferencesProps } from "@cloudscape-design/components/collection-preferences";
import { useState } from "react";
import { columns } from "./columns";

const key = "fleetward.table.findings";

export interface Preferences {
  value: CollectionPreferencesProps.Preferences;
  set: (value: CollectionPreferencesProps.Preferences) => void;
}

/** Columns, page size and the like: remembered in this browser. */
export function usePreferences(): Preferences {
  const [value, setValue] = useState<CollectionPreferencesProps.Preferences>(() => {
    const unset = {
      pageSize: 50,
      wrapLines: false,
      stripedRows: false,
      contentDisplay: columns.map(({ id, hidden }) => ({ id, visible: !hidden })),
    };
    try {
      return { ...unset, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as object) };
    } catch {
      return unset;
    }
  });
  const set = (next: CollectionPreferencesProps.Preferences) => {
    localStorage.setItem(key, JSON.stringify(next));
    setValue(next);
  };
  return { value, set };
}
