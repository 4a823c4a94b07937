// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { ActionModal } from "../../../ui/ActionModal";
import { CopyText } from "../../../ui/CopyText";
import { Empty } from "../../../ui/Empty";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import { ActionTargetModal } from "./ActionTargetModal";
import type { ActionTarget } from "./types";

/** The account's own actions on findings, each of which sends an event. */
export function ActionsPage() {
  const query = useList<ActionTarget>("securityhub", "DescribeActionTargets", "ActionTargets", {
    MaxResults: 100,
  });
  const [editing, setEditing] = useState<ActionTarget | "new">();
  const [deleting, setDeleting] = useState<ActionTarget>();
  const go = useGo();
  return (
    <Page
      title="Custom actions"
      headless
      help={
        <p>
          A custom action sends the findings that somebody selected, or an insight, to the event bus. Make a
          rule that picks its events to have something done: a ticket, a message, a mitigation.
        </p>
      }
    >
      <ResourceTable<ActionTarget>
        title="Custom actions"
        name="actions"
        headingLevel="h1"
        variant="full-page"
        info
        query={query}
        idOf={({ ActionTargetArn }) => ActionTargetArn}
        selection="single"
        actions={([selected]) => (
          <>
            <Button disabled={!selected} onClick={() => setDeleting(selected)}>
              Delete
            </Button>
            <Button disabled={!selected} onClick={() => setEditing(selected)}>
              Edit
            </Button>
            <Button onClick={() => go("/events/rules/create")}>Create a rule for it</Button>
            <Button variant="primary" onClick={() => setEditing("new")}>
              Create custom action
            </Button>
          </>
        )}
        empty={
          <Empty title="No custom actions">
            A custom action is an entry of the menu on findings that sends an event of your own.
          </Empty>
        }
        columns={[
          { id: "name", header: "Name", cell: one => one.Name, text: one => one.Name },
          {
            id: "description",
            header: "Description",
            cell: one => one.Description,
            text: one => one.Description,
          },
          {
            id: "arn",
            header: "ARN",
            cell: one => <CopyText text={one.ActionTargetArn} />,
            text: one => one.ActionTargetArn,
          },
        ]}
      />
      {editing && (
        <ActionTargetModal
          action={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting.Name}`}
          action="Delete"
          service="securityhub"
          operation="DeleteActionTarget"
          input={{ ActionTargetArn: deleting.ActionTargetArn }}
          done={() => `Deleted the custom action ${deleting.Name}.`}
          onClose={() => setDeleting(undefined)}
        >
          Nobody can choose it any more. Rules that pick its events stay.
        </ActionModal>
      )}
    </Page>
  );
}
