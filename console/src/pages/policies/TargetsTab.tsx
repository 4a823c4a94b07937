// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { tokens, useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ResourceTable } from "../../ui/ResourceTable";
import { AttachModal } from "./AttachModal";

/** The page of what a policy is attached to, and what it is called. */
export function targetOf(arn: string): { kind: string; name: string; path?: string } {
  const rest = arn.split(":").slice(5).join(":");
  const slash = rest.indexOf("/");
  const name = rest.slice(slash + 1);
  switch (rest.slice(0, slash)) {
    case "cert":
      return { kind: "Certificate", name, path: `/certificates/${name}` };
    case "thinggroup":
      return { kind: "Thing group", name, path: `/groups/${encodeURIComponent(name)}` };
    default:
      return { kind: "Identity", name: arn };
  }
}

/** The certificates, groups and identities for which a policy is in force. */
export function TargetsTab({ name }: { name: string }) {
  const [attaching, setAttaching] = useState(false);
  const [detaching, setDetaching] = useState<string>();
  const targets = useList<string>(
    "iot",
    "ListTargetsForPolicy",
    "targets",
    { policyName: name, pageSize: 250 },
    { live: ["registry"], token: tokens.marker },
  );
  return (
    <>
      <ResourceTable<string>
        title="Targets"
        name="targets"
        query={targets}
        idOf={arn => arn}
        selection="single"
        actions={([chosen]) => (
          <>
            <Button disabled={!chosen} onClick={() => setDetaching(chosen)}>
              Detach
            </Button>
            <Button onClick={() => setAttaching(true)}>Attach</Button>
          </>
        )}
        columns={[
          {
            id: "kind",
            header: "Kind",
            width: 160,
            cell: arn => targetOf(arn).kind,
            text: arn => targetOf(arn).kind,
          },
          {
            id: "name",
            header: "Target",
            cell: arn => {
              const target = targetOf(arn);
              return target.path ? <Link to={target.path}>{target.name}</Link> : target.name;
            },
            text: arn => arn,
          },
        ]}
        empty={
          <Empty title="Attached to nothing">
            The policy is in force for no device until it is attached to a certificate or a thing group.
          </Empty>
        }
      />
      {attaching && <AttachModal policyName={name} onClose={() => setAttaching(false)} />}
      {detaching && (
        <ActionModal
          title={`Detach ${name}`}
          action="Detach"
          service="iot"
          operation="DetachPolicy"
          input={{ policyName: name, target: detaching }}
          done={() => `${name} is detached from ${targetOf(detaching).name}.`}
          onClose={() => setDetaching(undefined)}
        >
          {targetOf(detaching).kind} {targetOf(detaching).name} loses at once what only this policy allows.
        </ActionModal>
      )}
    </>
  );
}
