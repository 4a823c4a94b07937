// SPDX-License-Identifier: Apache-2.0
import Tabs, { type TabsProps } from "@cloudscape-design/components/tabs";
import { useUrlState } from "./urlState";

/** Tabs whose choice is part of the address; only the chosen one asks the server. */
export function UrlTabs({ tabs, label }: { tabs: readonly TabsProps.Tab[]; label: string }) {
  const [tab, setTab] = useUrlState("tab");
  const first = tabs[0]?.id;
  const active = tabs.some(({ id }) => id === tab) ? tab : first;
  return (
    <Tabs
      activeTabId={active}
      tabs={[...tabs]}
      ariaLabel={label}
      onChange={({ detail }) => setTab(detail.activeTabId === first ? undefined : detail.activeTabId)}
    />
  );
}
