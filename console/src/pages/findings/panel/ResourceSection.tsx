// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Json } from "../../../ui/Json";
import { Link } from "../../../ui/Link";
import { findingsPath } from "../filter/filters";
import type { Resource } from "../types";

/** What a finding is about. */
export function ResourceSection({ resource }: { resource: Resource }) {
  const page = pageOf(resource);
  return (
    <div>
      <Box variant="h4">{resource.Type}</Box>
      <SpaceBetween size="xs">
        <div>{page ? <Link to={page}>{resource.Id}</Link> : <span className="id">{resource.Id}</span>}</div>
        <Link to={findingsPath({ ResourceId: [{ Value: resource.Id, Comparison: "EQUALS" }] })}>
          All findings of this resource
        </Link>
        {resource.Tags && (
          <KeyValuePairs
            columns={2}
            items={Object.entries(resource.Tags).map(([label, value]) => ({ label, value }))}
          />
        )}
        {resource.Details && (
          <ExpandableSection headerText="Details">
            <Json of={resource.Details} name={`Details of ${resource.Id}`} />
          </ExpandableSection>
        )}
      </SpaceBetween>
    </div>
  );
}

/** The console's own page of a resource, where there is one. */
function pageOf({ Type, Id }: Resource): string | undefined {
  const name = encodeURIComponent(Id.split(/[/:]/).at(-1) ?? Id);
  switch (Type) {
    case "AwsIotRegisteredThing":
      return `/devices/${name}`;
    case "AwsIotPolicy":
      return `/policies/${name}`;
    case "AwsIotCertificate":
      return `/certificates/${name}`;
    default:
      return undefined;
  }
}
