// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";
import { CertificateExpiry, CertificateState } from "../../certificates/CertificateCells";
import { idOfArn } from "../../certificates/words";
import { AttachCertificateModal } from "../AttachCertificateModal";
import { usePrincipals } from "../principals";
import type { Group } from "../types";
import { groupPath } from "../words";

/** The certificates and groups of a thing. */
export function IdentityTab({ thingName }: { thingName: string }) {
  return (
    <SpaceBetween size="l">
      <Certificates thingName={thingName} />
      <Groups thingName={thingName} />
    </SpaceBetween>
  );
}

function Certificates({ thingName }: { thingName: string }) {
  const [attaching, setAttaching] = useState(false);
  const [detaching, setDetaching] = useState<string>();
  const principals = usePrincipals(thingName);
  return (
    <>
      <ResourceTable<string>
        title="Certificates"
        name="principals"
        query={principals}
        idOf={arn => arn}
        selection="single"
        actions={([chosen]) => (
          <>
            <Button disabled={!chosen} onClick={() => setDetaching(chosen)}>
              Detach
            </Button>
            <Button onClick={() => setAttaching(true)}>Attach certificate</Button>
          </>
        )}
        columns={[
          {
            id: "id",
            header: "Certificate",
            cell: arn => <Link to={`/certificates/${idOfArn(arn)}`}>{idOfArn(arn)}</Link>,
            text: arn => arn,
          },
          {
            id: "state",
            header: "Status",
            width: 160,
            cell: arn => <CertificateState certificateId={idOfArn(arn)} />,
          },
          {
            id: "expiry",
            header: "Expires",
            width: 180,
            cell: arn => <CertificateExpiry certificateId={idOfArn(arn)} />,
          },
        ]}
        empty={
          <Empty title="No certificates">
            Without an active certificate the device cannot connect. Create one, then attach it here.
          </Empty>
        }
      />
      {attaching && <AttachCertificateModal thingName={thingName} onClose={() => setAttaching(false)} />}
      {detaching && (
        <ActionModal
          title="Detach certificate"
          action="Detach"
          service="iot"
          operation="DetachThingPrincipal"
          input={{ thingName, principal: detaching }}
          done={() => `The certificate is detached from ${thingName}.`}
          onClose={() => setDetaching(undefined)}
        >
          The device may no longer connect as {thingName} where policies ask for an attached thing.
        </ActionModal>
      )}
    </>
  );
}

function Groups({ thingName }: { thingName: string }) {
  const groups = useList<Group>(
    "iot",
    "ListThingGroupsForThing",
    "thingGroups",
    { thingName },
    { live: ["registry"] },
  );
  return (
    <ResourceTable<Group>
      title="Groups"
      name="groups"
      query={groups}
      idOf={group => group.groupName}
      columns={[
        {
          id: "name",
          header: "Group",
          cell: group => <Link to={groupPath(group.groupName)}>{group.groupName}</Link>,
          text: group => group.groupName,
        },
        { id: "arn", header: "ARN", cell: group => group.groupArn, text: group => group.groupArn },
      ]}
      empty={
        <Empty title="In no group">
          Add the thing on the page of a group; dynamic groups take it by themselves.
        </Empty>
      }
    />
  );
}
