// SPDX-License-Identifier: Apache-2.0
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useOperation } from "../../../api/operation";
import { Empty } from "../../../ui/Empty";
import { Json } from "../../../ui/Json";
import { Link } from "../../../ui/Link";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { useUrlState } from "../../../ui/urlState";
import { usePrincipals } from "../principals";
import type { EffectivePolicy } from "../types";
import { PrincipalSelect } from "./PrincipalSelect";

/** The policies in force for a device: of its certificate and of its groups. */
export function PoliciesTab({ thingName }: { thingName: string }) {
  const principals = usePrincipals(thingName);
  const [chosen, setChosen] = useUrlState("principal");
  const principal = chosen ?? principals.data?.items[0];
  const input = { thingName, principal };
  const effective = useOperation<{ effectivePolicies?: EffectivePolicy[] }>(
    "iot",
    "GetEffectivePolicies",
    input,
    { live: ["registry"], enabled: principals.data !== undefined },
  );
  const policies = effective.data?.effectivePolicies ?? [];
  const problem = principals.error ?? effective.error;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Those attached to the certificate and to all groups of the thing, in their default version."
        >
          Policies in force
        </Header>
      }
    >
      <SpaceBetween size="m">
        <PrincipalSelect principals={principals.data?.items ?? []} value={principal} onChange={setChosen} />
        {problem ? (
          <ProblemAlert problem={problem} retry={() => effective.refetch()} />
        ) : effective.isPending ? (
          <StatusIndicator type="loading">Loading</StatusIndicator>
        ) : policies.length === 0 ? (
          <Empty title="No policy is in force">
            The device may do nothing. Attach a policy to its certificate or to one of its groups.
          </Empty>
        ) : (
          policies.map(policy => (
            <ExpandableSection
              key={policy.policyName}
              headerText={policy.policyName}
              headerActions={
                <Link to={`/policies/${encodeURIComponent(policy.policyName)}`}>Open policy</Link>
              }
              variant="stacked"
            >
              <Json of={policy.policyDocument} name={policy.policyName} />
            </ExpandableSection>
          ))
        )}
      </SpaceBetween>
    </Container>
  );
}
