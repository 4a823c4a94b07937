// SPDX-License-Identifier: Apache-2.0
import type { CollectionPreferencesProps } from "@cloudscape-design/components/collection-preferences";
import { useState } from "react";

export interface TablePreferences {
  value: CollectionPreferencesProps.Preferences;
  set: (value: CollectionPreferencesProps.Preferences) => void;
}

interface Column {
  id: string;
  hidden?: boolean;
}

/** Which columns and how many rows the table of this name shows: remembered in this browser. */
export function useTablePreferences(
  name: string,
  columns: readonly Column[],
  pageSize: number,
): TablePreferences {
  const key = `fleetward.table.${name}`;
  const [value, setValue] = useState<CollectionPreferencesProps.Preferences>(() => {
    const unset = {
      pageSize,
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
