// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList, useOperation } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import type { Group, GroupDetails } from "../types";
import { groupPath } from "../words";
import { CreateGroupModal } from "./CreateGroupModal";
import { DeleteGroupModal } from "./DeleteGroupModal";
import { groupHelp } from "./help";

/** All thing groups, static and dynamic. */
export function GroupsPage() {
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const groups = useList<Group>("iot", "ListThingGroups", "thingGroups", {}, { live: ["registry"] });
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create group
    </Button>
  );
  return (
    <Page title="Thing groups" headless help={groupHelp}>
      <ResourceTable<Group>
        title="Thing groups"
        name="groups"
        headingLevel="h1"
        variant="full-page"
        info
        description="Things that share policies and security profiles."
        query={groups}
        idOf={group => group.groupName}
        selection="single"
        actions={([chosen]) => (
          <>
            <Button disabled={!chosen} onClick={() => setDeleting(chosen?.groupName)}>
              Delete
            </Button>
            {create}
          </>
        )}
        columns={[
          {
            id: "name",
            header: "Name",
            cell: group => <Link to={groupPath(group.groupName)}>{group.groupName}</Link>,
            text: group => group.groupName,
          },
          { id: "kind", header: "Kind", cell: group => <Kind name={group.groupName} /> },
          { id: "arn", header: "ARN", cell: group => group.groupArn, text: group => group.groupArn },
        ]}
        empty={
          <Empty title="No thing groups" action={create}>
            A policy or security profile attached to a group holds for all its things. A dynamic group takes
            things by a query.
          </Empty>
        }
      />
      {creating && <CreateGroupModal onClose={() => setCreating(false)} />}
      {deleting && <DeleteGroup name={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  );
}

const useGroup = (thingGroupName: string) =>
  useOperation<GroupDetails>("iot", "DescribeThingGroup", { thingGroupName }, { live: ["registry"] });

function Kind({ name }: { name: string }) {
  const { data } = useGroup(name);
  if (!data) return "…";
  return data.queryString === undefined ? "Static" : `Dynamic: ${data.queryString}`;
}

function DeleteGroup({ name, onClose }: { name: string; onClose: () => void }) {
  const { data } = useGroup(name);
  return data && <DeleteGroupModal group={data} onClose={onClose} />;
}
