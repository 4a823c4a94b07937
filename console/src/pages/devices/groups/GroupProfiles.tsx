// SPDX-License-Identifier: Apache-2.0
import { useList } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Link } from "../../../ui/Link";
import { ResourceTable } from "../../../ui/ResourceTable";

interface Mapping {
  securityProfileIdentifier?: { name: string };
  target?: { arn: string };
}

/** The security profiles that watch the things of a group. */
export function GroupProfiles({ groupArn }: { groupArn: string }) {
  const profiles = useList<Mapping>(
    "iot",
    "ListSecurityProfilesForTarget",
    "securityProfileTargetMappings",
    { securityProfileTargetArn: groupArn, recursive: true },
    { live: ["registry"] },
  );
  const name = (mapping: Mapping) => mapping.securityProfileIdentifier?.name ?? "";
  return (
    <ResourceTable<Mapping>
      title="Security profiles"
      name="profiles"
      query={profiles}
      idOf={mapping => `${name(mapping)} ${mapping.target?.arn}`}
      columns={[
        {
          id: "name",
          header: "Security profile",
          cell: mapping => (
            <Link to={`/detect/profiles/${encodeURIComponent(name(mapping))}`}>{name(mapping)}</Link>
          ),
          text: name,
        },
        {
          id: "target",
          header: "Attached to",
          cell: mapping => mapping.target?.arn,
          text: mapping => mapping.target?.arn,
        },
      ]}
      empty={
        <Empty title="Watched by no security profile">
          Attach a security profile to the group to watch how its things behave.
        </Empty>
      }
    />
  );
}
