// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { useParams } from "react-router";
import { useOperation } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { ActionModal } from "../../../ui/ActionModal";
import { CopyText } from "../../../ui/CopyText";
import { Facts } from "../../../ui/Facts";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { Time } from "../../../ui/Time";
import { UrlTabs } from "../../../ui/UrlTabs";
import { AttachedPolicies } from "../../policies/AttachedPolicies";
import type { GroupDetails } from "../types";
import { attributesInWords, groupPath } from "../words";
import { DeleteGroupModal } from "./DeleteGroupModal";
import { GroupProfiles } from "./GroupProfiles";
import { GroupThings } from "./GroupThings";
import { groupHelp } from "./help";
import { QueryField } from "./QueryField";

/** One group: its things, and the policies and security profiles that hold for them. */
export function GroupPage() {
  const { name = "" } = useParams();
  const group = useOperation<GroupDetails>(
    "iot",
    "DescribeThingGroup",
    { thingGroupName: name },
    { live: ["registry"] },
  );
  const [doing, setDoing] = useState<"query" | "delete">();
  const go = useGo();
  const close = () => setDoing(undefined);
  const isDynamic = group.data?.queryString !== undefined;
  return (
    <Page
      title={name}
      above={[{ text: "Thing groups", path: "/groups" }]}
      description={group.data?.thingGroupProperties?.thingGroupDescription}
      help={groupHelp}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={!group.data} onClick={() => setDoing("delete")}>
            Delete
          </Button>
          {isDynamic && <Button onClick={() => setDoing("query")}>Change query</Button>}
        </SpaceBetween>
      }
    >
      {group.error && !group.data ? (
        <ProblemAlert problem={group.error} retry={() => group.refetch()} />
      ) : group.data ? (
        <SpaceBetween size="l">
          <Facts facts={factsOf(group.data)} />
          <UrlTabs
            label="Parts of the group"
            tabs={[
              { id: "things", label: "Things", content: <GroupThings name={name} isDynamic={isDynamic} /> },
              {
                id: "policies",
                label: "Policies",
                content: <AttachedPolicies target={group.data.thingGroupArn} />,
              },
              {
                id: "profiles",
                label: "Security profiles",
                content: <GroupProfiles groupArn={group.data.thingGroupArn} />,
              },
            ]}
          />
        </SpaceBetween>
      ) : (
        <Spinner />
      )}
      {doing === "delete" && group.data && (
        <DeleteGroupModal group={group.data} onClose={close} onDone={() => go("/groups")} />
      )}
      {doing === "query" && group.data && <ChangeQuery group={group.data} onClose={close} />}
    </Page>
  );
}

function factsOf(group: GroupDetails) {
  const parent = group.thingGroupMetadata?.parentGroupName;
  return [
    { label: "ARN", value: <CopyText text={group.thingGroupArn} /> },
    group.queryString === undefined
      ? { label: "Parent", value: parent ? <Link to={groupPath(parent)}>{parent}</Link> : "–" }
      : { label: "Query", value: group.queryString },
    { label: "Created", value: <Time at={group.thingGroupMetadata?.creationDate} /> },
    {
      label: "Attributes",
      value: attributesInWords(group.thingGroupProperties?.attributePayload?.attributes) || "–",
    },
  ];
}

function ChangeQuery({ group, onClose }: { group: GroupDetails; onClose: () => void }) {
  const [queryString, setQuery] = useState(group.queryString ?? "");
  const { thingGroupName, thingGroupProperties = {} } = group;
  return (
    <ActionModal
      title={`Change the query of ${thingGroupName}`}
      action="Change"
      service="iot"
      operation="UpdateDynamicThingGroup"
      input={{ thingGroupName, thingGroupProperties, queryString: queryString.trim() }}
      ready={queryString.trim() !== ""}
      done={() => `Group ${thingGroupName} has another query.`}
      onClose={onClose}
    >
      <QueryField value={queryString} onChange={setQuery} />
    </ActionModal>
  );
}
