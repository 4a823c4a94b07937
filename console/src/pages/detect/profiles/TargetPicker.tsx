// SPDX-License-Identifier: Apache-2.0
import Multiselect from "@cloudscape-design/components/multiselect";
import { useList } from "../../../api/operation";
import { useScope } from "../../../session/scope";

interface ThingGroup {
  groupName: string;
  groupArn: string;
}

/** Chooses what a profile watches: all things, those without an identity in the registry, or groups. */
export function TargetPicker({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (arns: string[]) => void;
}) {
  const options = useTargets();
  return (
    <Multiselect
      options={options}
      selectedOptions={chosen.map(
        arn => options.find(({ value }) => value === arn) ?? { value: arn, label: arn },
      )}
      onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? ""))}
      filteringType="auto"
      placeholder="Choose targets"
    />
  );
}

export function useTargets() {
  const { account, region } = useScope();
  const groups = useList<ThingGroup>("iot", "ListThingGroups", "thingGroups");
  const all = `arn:aws:iot:${region}:${account}:all`;
  return [
    { value: `${all}/things`, label: "All things", description: "Every client: registered or not" },
    { value: `${all}/registered-things`, label: "All registered things" },
    {
      value: `${all}/unregistered-things`,
      label: "All unregistered things",
      description: "Clients that are no thing",
    },
    ...(groups.data?.items ?? []).map(({ groupName, groupArn }) => ({
      value: groupArn,
      label: `Group ${groupName}`,
    })),
  ];
}
