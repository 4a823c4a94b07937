// SPDX-License-Identifier: Apache-2.0
import Tabs from "@cloudscape-design/components/tabs";
import { Page } from "../../../ui/Page";
import { useUrlState } from "../../../ui/urlState";
import { ActiveAlarms } from "./ActiveAlarms";
import { AlarmHistory } from "./AlarmHistory";

/** Devices that misbehave now, and those that did. */
export function AlarmsPage() {
  const [tab, setTab] = useUrlState("tab");
  return (
    <Page title="Alarms" above={[{ text: "Detect", path: "/detect/alarms" }]} help={help}>
      <Tabs
        activeTabId={tab ?? "active"}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={[
          { id: "active", label: "Active", content: <ActiveAlarms /> },
          { id: "history", label: "History", content: <AlarmHistory /> },
        ]}
      />
    </Page>
  );
}

const help = (
  <p>
    A behavior of a security profile says what is normal. A device that breaks it for enough datapoints in a
    row goes into alarm; when it keeps to it again the alarm ends and its finding in the hub archives itself.
  </p>
);
