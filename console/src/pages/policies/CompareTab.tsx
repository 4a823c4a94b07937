// SPDX-License-Identifier: Apache-2.0
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useList, useOperation } from "../../api/operation";
import { Json } from "../../ui/Json";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { useUrlState } from "../../ui/urlState";
import { DifferencesTable } from "./DifferencesTable";
import type { Comparison, PolicyDetails, PolicyVersion } from "./types";

/** Two versions side by side, and what devices gain and lose by the step from one to the other. */
export function CompareTab({ policy }: { policy: PolicyDetails }) {
  const { policyName, defaultVersionId } = policy;
  const versions = useList<PolicyVersion>(
    "iot",
    "ListPolicyVersions",
    "policyVersions",
    { policyName },
    { live: ["registry"] },
  );
  const ids = versions.data?.items.map(({ versionId }) => versionId) ?? [];
  const [chosenOld, setOld] = useUrlState("old");
  const [chosenNew, setNew] = useUrlState("new");
  const newer = chosenNew ?? defaultVersionId;
  const older = chosenOld ?? ids.find(id => id !== newer) ?? newer;
  const before = useVersion(policyName, older);
  const after = useVersion(policyName, newer);
  const ready = before.data !== undefined && after.data !== undefined;
  const comparison = useOperation<Comparison>(
    "fleetward",
    "ComparePolicies",
    { oldDocument: before.data?.policyDocument, newDocument: after.data?.policyDocument },
    { enabled: ready },
  );
  const problem = versions.error ?? before.error ?? after.error ?? comparison.error;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="Decided for all requests at once: each line is a request that is decided otherwise, as an example."
          >
            What devices gain and lose
          </Header>
        }
      >
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            <VersionSelect label="From version" value={older} ids={ids} onChange={setOld} />
            <VersionSelect label="To version" value={newer} ids={ids} onChange={setNew} />
          </ColumnLayout>
          {problem ? (
            <ProblemAlert problem={problem} />
          ) : comparison.data ? (
            <DifferencesTable
              comparison={comparison.data}
              empty="Both versions decide every request alike."
            />
          ) : (
            <StatusIndicator type="loading">Comparing</StatusIndicator>
          )}
        </SpaceBetween>
      </Container>
      <ColumnLayout columns={2}>
        <Side title={`Version ${older}`} document={before.data?.policyDocument} />
        <Side title={`Version ${newer}`} document={after.data?.policyDocument} />
      </ColumnLayout>
    </SpaceBetween>
  );
}

const useVersion = (policyName: string, policyVersionId: string) =>
  useOperation<{ policyDocument: string }>("iot", "GetPolicyVersion", { policyName, policyVersionId });

interface VersionSelectProps {
  label: string;
  value: string;
  ids: readonly string[];
  onChange: (id: string | undefined) => void;
}

function VersionSelect({ label, value, ids, onChange }: VersionSelectProps) {
  return (
    <FormField label={label}>
      <Select
        selectedOption={{ value, label: value }}
        options={ids.map(id => ({ value: id, label: id }))}
        onChange={({ detail }) => onChange(detail.selectedOption.value)}
      />
    </FormField>
  );
}

function Side({ title, document }: { title: string; document: string | undefined }) {
  return (
    <Container header={<Header variant="h3">{title}</Header>}>
      {document === undefined ? (
        <StatusIndicator type="loading">Loading</StatusIndicator>
      ) : (
        <Json of={document} name={title} />
      )}
    </Container>
  );
}
