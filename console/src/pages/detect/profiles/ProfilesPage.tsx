// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ResourceTable } from "../../../ui/ResourceTable";
import type { Named } from "../types";

/** The security profiles of the account. */
export function ProfilesPage() {
  const profiles = useList<Named>("iot", "ListSecurityProfiles", "securityProfileIdentifiers");
  const [deleting, setDeleting] = useState<string>();
  const go = useGo();
  const create = (
    <Button variant="primary" onClick={() => go("/detect/profiles/create")}>
      Create security profile
    </Button>
  );
  return (
    <Page title="Security profiles" above={[{ text: "Detect", path: "/detect/alarms" }]} headless help={help}>
      <ResourceTable<Named>
        title="Security profiles"
        name="profiles"
        headingLevel="h1"
        info
        query={profiles}
        selection="single"
        idOf={profile => profile.name}
        columns={[
          {
            id: "name",
            header: "Name",
            cell: profile => (
              <Link to={`/detect/profiles/${encodeURIComponent(profile.name)}`}>{profile.name}</Link>
            ),
            text: profile => profile.name,
          },
          { id: "arn", header: "ARN", cell: profile => profile.arn, text: profile => profile.arn },
        ]}
        empty={
          <Empty title="No security profiles" action={create}>
            A security profile says how devices behave, and raises an alarm when one does not.
          </Empty>
        }
        actions={selected => (
          <>
            <Button disabled={selected.length === 0} onClick={() => setDeleting(selected[0]?.name)}>
              Delete
            </Button>
            {create}
          </>
        )}
      />
      {deleting && <DeleteProfile name={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  );
}

export function DeleteProfile(props: { name: string; onClose: () => void; onDone?: () => void }) {
  const { name, onClose, onDone } = props;
  return (
    <ActionModal
      title={`Delete ${name}`}
      action="Delete"
      service="iot"
      operation="DeleteSecurityProfile"
      input={{ securityProfileName: name }}
      done={() => `Security profile ${name} is deleted.`}
      onDone={onDone}
      onClose={onClose}
    >
      Its alarms end, and it is detached from everything it watches.
    </ActionModal>
  );
}

const help = (
  <p>
    A security profile is a set of behaviors, attached to all things or to thing groups. A behavior compares a
    metric with a fixed value, with a percentile of the fleet, or with what was learned.
  </p>
);
