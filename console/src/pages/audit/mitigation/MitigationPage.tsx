// SPDX-License-Identifier: Apache-2.0
import Tabs from "@cloudscape-design/components/tabs";
import { Page } from "../../../ui/Page";
import { useUrlState } from "../../../ui/urlState";
import { ActionsTable } from "./ActionsTable";
import { TasksTable } from "./TasksTable";

/** The actions that can be taken on findings and violations, and the tasks that took them. */
export function MitigationPage() {
  const [tab, setTab] = useUrlState("tab");
  return (
    <Page title="Mitigation" above={[{ text: "Audit", path: "/audit/results" }]} help={help}>
      <Tabs
        activeTabId={tab ?? "tasks"}
        onChange={({ detail }) => setTab(detail.activeTabId)}
        tabs={[
          { id: "tasks", label: "Tasks", content: <TasksTable /> },
          { id: "actions", label: "Actions", content: <ActionsTable /> },
        ]}
      />
    </Page>
  );
}

const help = (
  <p>
    A mitigation action changes what is at fault: it deactivates a certificate, moves things to a group,
    replaces a policy. Before a task starts, the console shows what it would change; afterwards every change
    can be undone.
  </p>
);
