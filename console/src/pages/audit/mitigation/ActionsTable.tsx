// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { CreateAction } from "./CreateAction";
import type { MitigationActionName } from "./types";

export function ActionsTable() {
  const actions = useList<MitigationActionName>("iot", "ListMitigationActions", "actionIdentifiers");
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create action
    </Button>
  );
  return (
    <>
      <ResourceTable<MitigationActionName>
        title="Mitigation actions"
        name="actions"
        query={actions}
        selection="single"
        idOf={action => action.actionName}
        columns={[
          {
            id: "name",
            header: "Name",
            cell: action => action.actionName,
            text: action => action.actionName,
          },
          { id: "arn", header: "ARN", cell: action => action.actionArn, text: action => action.actionArn },
          {
            id: "created",
            header: "Created",
            cell: action => <Time at={action.creationDate} />,
            text: action => action.creationDate,
          },
        ]}
        empty={
          <Empty title="No mitigation actions" action={create}>
            An action says what is done to a resource at fault.
          </Empty>
        }
        actions={selected => (
          <>
            <Button disabled={selected.length === 0} onClick={() => setDeleting(selected[0]?.actionName)}>
              Delete
            </Button>
            {create}
          </>
        )}
      />
      {creating && <CreateAction onClose={() => setCreating(false)} />}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting}`}
          action="Delete"
          service="iot"
          operation="DeleteMitigationAction"
          input={{ actionName: deleting }}
          done={() => `Mitigation action ${deleting} is deleted.`}
          onClose={() => setDeleting(undefined)}
        >
          Tasks that run already keep it; new ones cannot use it.
        </ActionModal>
      )}
    </>
  );
}
