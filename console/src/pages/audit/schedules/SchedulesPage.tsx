// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import type { ScheduledAudit } from "../types";
import { EditSchedule } from "./EditSchedule";
import { whenOf } from "./when";

/** Audits that run by themselves. */
export function SchedulesPage() {
  const schedules = useList<ScheduledAudit>("iot", "ListScheduledAudits", "scheduledAudits");
  const [editing, setEditing] = useState<string | "new">();
  const [deleting, setDeleting] = useState<string>();
  const create = (
    <Button variant="primary" onClick={() => setEditing("new")}>
      Create schedule
    </Button>
  );
  return (
    <Page title="Audit schedules" above={[{ text: "Audit", path: "/audit/results" }]} headless help={help}>
      <ResourceTable<ScheduledAudit>
        title="Audit schedules"
        name="schedules"
        headingLevel="h1"
        info
        query={schedules}
        selection="single"
        idOf={audit => audit.scheduledAuditName}
        columns={[
          {
            id: "name",
            header: "Name",
            cell: audit => audit.scheduledAuditName,
            text: audit => audit.scheduledAuditName,
          },
          { id: "when", header: "Runs", cell: whenOf, text: whenOf },
          {
            id: "arn",
            header: "ARN",
            cell: audit => audit.scheduledAuditArn,
            text: audit => audit.scheduledAuditArn,
            hidden: true,
          },
        ]}
        empty={
          <Empty title="No schedules" action={create}>
            A schedule runs chosen checks every day, week or month.
          </Empty>
        }
        actions={selected => (
          <>
            <Button
              disabled={selected.length === 0}
              onClick={() => setDeleting(selected[0]?.scheduledAuditName)}
            >
              Delete
            </Button>
            <Button
              disabled={selected.length === 0}
              onClick={() => setEditing(selected[0]?.scheduledAuditName)}
            >
              Edit
            </Button>
            {create}
          </>
        )}
      />
      {editing && (
        <EditSchedule name={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting}`}
          action="Delete"
          service="iot"
          operation="DeleteScheduledAudit"
          input={{ scheduledAuditName: deleting }}
          done={() => `Schedule ${deleting} is deleted.`}
          onClose={() => setDeleting(undefined)}
        >
          Results of its audits stay.
        </ActionModal>
      )}
    </Page>
  );
}

const help = (
  <p>
    Scheduled audits exist beside the continuous audit, which judges every change at once: a schedule also
    finds what changes by time alone, such as certificates that expire.
  </p>
);
