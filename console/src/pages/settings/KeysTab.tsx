// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { CreateKeyModal } from "./CreateKeyModal";
import { roleTitle } from "./roles";
import { SecretKeyModal } from "./SecretKeyModal";
import type { AccessKey, CreatedKey } from "./types";

/** The keys by which programs sign their requests. */
export function KeysTab() {
  const keys = useList<AccessKey>("fleetward", "ListAccessKeys", "accessKeys");
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const [created, setCreated] = useState<CreatedKey>();
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create access key
    </Button>
  );
  return (
    <>
      <ResourceTable<AccessKey>
        title="Access keys"
        name="keys"
        query={keys}
        selection="single"
        idOf={key => key.accessKeyId}
        actions={([key]) => (
          <>
            <Button disabled={!key} onClick={() => setDeleting(key?.accessKeyId)}>
              Delete
            </Button>
            {create}
          </>
        )}
        columns={[
          { id: "id", header: "Access key ID", cell: key => key.accessKeyId, text: key => key.accessKeyId },
          { id: "name", header: "Name", cell: key => key.userName, text: key => key.userName },
          { id: "role", header: "Role", cell: key => roleTitle(key.role), text: key => key.role },
          {
            id: "regions",
            header: "Regions",
            cell: key => key.regions?.join(", ") || "Every region",
            text: key => key.regions?.join(", "),
          },
          {
            id: "expires",
            header: "Expires",
            cell: key => (key.expiresAt === undefined ? "Never" : <Time at={key.expiresAt} />),
            text: key => key.expiresAt,
          },
          {
            id: "used",
            header: "Last used",
            cell: key => <Time at={key.lastUsedDate} />,
            text: key => key.lastUsedDate,
          },
        ]}
        empty={
          <Empty title="No access keys" action={create}>
            The aws CLI, SDKs and scripts sign their requests by an access key, each with a role of its own.
          </Empty>
        }
      />
      {creating && <CreateKeyModal onClose={() => setCreating(false)} onCreated={setCreated} />}
      {created && <SecretKeyModal created={created} onClose={() => setCreated(undefined)} />}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting}`}
          action="Delete"
          service="fleetward"
          operation="DeleteAccessKey"
          input={{ accessKeyId: deleting }}
          done={() => `Access key ${deleting} is deleted.`}
          onClose={() => setDeleting(undefined)}
        >
          Requests that are signed by it are refused at once. This cannot be taken back.
        </ActionModal>
      )}
    </>
  );
}
