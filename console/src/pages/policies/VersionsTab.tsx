// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../api/operation";
import { useGo } from "../../session/go";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { policyPath } from "./PoliciesPage";
import { Saved } from "./Saved";
import type { PolicyVersion } from "./types";

type Doing = { what: "default" | "delete"; version: string };

/** The versions of a policy: which one is in force, and the switch to another. */
export function VersionsTab({ name, inForce }: { name: string; inForce: string }) {
  const [doing, setDoing] = useState<Doing>();
  const go = useGo();
  const versions = useList<PolicyVersion>(
    "iot",
    "ListPolicyVersions",
    "policyVersions",
    { policyName: name },
    { live: ["registry"] },
  );
  const compare = (version: string) => `${policyPath(name)}?tab=compare&old=${version}&new=${inForce}`;
  return (
    <>
      <ResourceTable<PolicyVersion>
        title="Versions"
        name="versions"
        description="At most five. The default version is the one in force."
        query={versions}
        idOf={version => version.versionId}
        selection="single"
        actions={([chosen]) => {
          const other = chosen !== undefined && !chosen.isDefaultVersion;
          return (
            <>
              <Button
                disabled={!other}
                onClick={() => chosen && setDoing({ what: "delete", version: chosen.versionId })}
              >
                Delete version
              </Button>
              <Button
                disabled={!other}
                onClick={() => chosen && setDoing({ what: "default", version: chosen.versionId })}
              >
                Make default
              </Button>
              <Button onClick={() => go(`${policyPath(name)}/edit`)}>New version</Button>
            </>
          );
        }}
        columns={[
          {
            id: "version",
            header: "Version",
            cell: version => version.versionId,
            text: version => Number(version.versionId),
          },
          {
            id: "state",
            header: "State",
            cell: version =>
              version.isDefaultVersion ? (
                <StatusIndicator type="success">In force</StatusIndicator>
              ) : (
                <StatusIndicator type="stopped">Kept</StatusIndicator>
              ),
            text: version => (version.isDefaultVersion ? "in force" : "kept"),
          },
          {
            id: "created",
            header: "Created",
            cell: version => <Time at={version.createDate} />,
            text: version => version.createDate,
          },
          {
            id: "compare",
            header: "Difference",
            cell: version =>
              version.isDefaultVersion ? (
                "–"
              ) : (
                <Link to={compare(version.versionId)}>Compare with the one in force</Link>
              ),
          },
        ]}
        empty={<Empty title="No versions" />}
      />
      {doing?.what === "default" && (
        <ActionModal
          title={`Make version ${doing.version} the default`}
          action="Make default"
          service="iot"
          operation="SetDefaultPolicyVersion"
          input={{ policyName: name, policyVersionId: doing.version }}
          done={() => (
            <Saved policy={name}>
              Version {doing.version} of {name} is in force.
            </Saved>
          )}
          onClose={() => setDoing(undefined)}
        >
          <div>
            It is in force at once for everything that the policy is attached to.{" "}
            <Link to={`${policyPath(name)}?tab=compare&old=${inForce}&new=${doing.version}`}>
              See what it changes
            </Link>
          </div>
        </ActionModal>
      )}
      {doing?.what === "delete" && (
        <ActionModal
          title={`Delete version ${doing.version}`}
          action="Delete version"
          service="iot"
          operation="DeletePolicyVersion"
          input={{ policyName: name, policyVersionId: doing.version }}
          done={() => `Version ${doing.version} of ${name} is deleted.`}
          onClose={() => setDoing(undefined)}
        >
          This cannot be taken back.
        </ActionModal>
      )}
    </>
  );
}
