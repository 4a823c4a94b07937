// SPDX-License-Identifier: Apache-2.0
import { useList } from "../api/operation";
import { Empty } from "./Empty";
import { Link } from "./Link";
import { ResourceTable } from "./ResourceTable";
import { Severity, severityRank } from "./Severity";
import { Time } from "./Time";

interface Finding {
  Id: string;
  ProductArn: string;
  Title: string;
  Severity?: { Label?: string };
  Workflow?: { Status?: string };
  RecordState?: string;
  GeneratorId?: string;
  ProductName?: string;
  UpdatedAt?: string;
}

const addressOf = ({ Id, ProductArn }: Finding) =>
  `/findings?${new URLSearchParams({ id: Id, product: ProductArn })}`;

interface ResourceFindingsProps {
  /** What findings call the resource: its name, id or ARN. */
  ids: readonly string[];
  /** The types of resource that are meant, because two of them may share a name. */
  types: readonly string[];
}

/** The hub's open findings about one resource. */
export function ResourceFindings({ ids, types }: ResourceFindingsProps) {
  const equal = (words: readonly string[]) => words.map(Value => ({ Value, Comparison: "EQUALS" }));
  const findings = useList<Finding>(
    "securityhub",
    "GetFindings",
    "Findings",
    {
      Filters: {
        ResourceId: equal(ids),
        ResourceType: equal(types),
        RecordState: equal(["ACTIVE"]),
      },
      MaxResults: 100,
    },
    { live: ["finding"], atMost: 500 },
  );
  return (
    <ResourceTable<Finding>
      title="Findings"
      name="findings"
      query={findings}
      idOf={finding => `${finding.ProductArn} ${finding.Id}`}
      columns={[
        {
          id: "severity",
          header: "Severity",
          width: 140,
          cell: finding => <Severity label={finding.Severity?.Label} />,
          text: finding => severityRank(finding.Severity?.Label),
        },
        {
          id: "title",
          header: "Title",
          cell: finding => <Link to={addressOf(finding)}>{finding.Title}</Link>,
          text: finding => finding.Title,
        },
        { id: "product", header: "Product", cell: finding => finding.ProductName, text: f => f.ProductName },
        {
          id: "workflow",
          header: "Workflow status",
          cell: finding => finding.Workflow?.Status,
          text: finding => finding.Workflow?.Status,
        },
        {
          id: "updated",
          header: "Updated",
          cell: finding => <Time at={finding.UpdatedAt} />,
          text: finding => finding.UpdatedAt,
        },
      ]}
      empty={
        <Empty title="No open findings">
          Audit checks and alarms of Detect make findings once Security Hub accepts them.
        </Empty>
      }
    />
  );
}
