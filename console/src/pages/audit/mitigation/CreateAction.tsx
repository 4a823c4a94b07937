// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useScope } from "../../../session/scope";
import { ActionModal } from "../../../ui/ActionModal";

interface ActionType {
  value: string;
  label: string;
  description: string;
  /** What else must be named: the label of the field. */
  asks?: string;
  params: (word: string) => Record<string, unknown>;
}

const types: readonly ActionType[] = [
  {
    value: "UPDATE_DEVICE_CERTIFICATE",
    label: "Deactivate the device certificate",
    description: "The device can no longer connect.",
    params: () => ({ updateDeviceCertificateParams: { action: "DEACTIVATE" } }),
  },
  {
    value: "UPDATE_CA_CERTIFICATE",
    label: "Deactivate the CA certificate",
    description: "Certificates of this CA are no longer registered.",
    params: () => ({ updateCACertificateParams: { action: "DEACTIVATE" } }),
  },
  {
    value: "ADD_THINGS_TO_THING_GROUP",
    label: "Move things to a group",
    description: "For example to a quarantine group whose policy allows little.",
    asks: "Thing group",
    params: group => ({
      addThingsToThingGroupParams: { thingGroupNames: [group], overrideDynamicGroups: false },
    }),
  },
  {
    value: "REPLACE_DEFAULT_POLICY_VERSION",
    label: "Replace the policy by a blank one",
    description: "A new default version of the policy allows nothing.",
    params: () => ({ replaceDefaultPolicyVersionParams: { templateName: "BLANK_POLICY" } }),
  },
  {
    value: "ENABLE_IOT_LOGGING",
    label: "Enable logging",
    description: "For accounts whose logging is off.",
    asks: "Role ARN for logging",
    params: roleArn => ({ enableIoTLoggingParams: { roleArnForLogging: roleArn, logLevel: "ERROR" } }),
  },
  {
    value: "PUBLISH_FINDING_TO_SNS",
    label: "Publish the finding to a topic",
    description: "Whoever subscribed to the topic is told.",
    asks: "Topic ARN",
    params: topicArn => ({ publishFindingToSnsParams: { topicArn } }),
  },
];

/** Defines a mitigation action. */
export function CreateAction({ onClose }: { onClose: () => void }) {
  const { account } = useScope();
  const [name, setName] = useState("");
  const [type, setType] = useState<ActionType>();
  const [word, setWord] = useState("");
  const [roleArn, setRoleArn] = useState(`arn:aws:iam::${account}:role/Mitigation`);
  return (
    <ActionModal
      title="Create mitigation action"
      action="Create"
      service="iot"
      operation="CreateMitigationAction"
      input={{ actionName: name, roleArn, actionParams: type?.params(word) }}
      ready={name !== "" && type !== undefined && (type.asks === undefined || word !== "")}
      done={() => `Mitigation action ${name} is created.`}
      onClose={onClose}
    >
      <FormField label="Name">
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label="What it does">
        <Select
          options={types.map(({ value, label, description }) => ({ value, label, description }))}
          selectedOption={type ? { value: type.value, label: type.label } : null}
          onChange={({ detail }) => setType(types.find(({ value }) => value === detail.selectedOption.value))}
          placeholder="Choose"
        />
      </FormField>
      {type?.asks && (
        <FormField label={type.asks}>
          <Input value={word} onChange={({ detail }) => setWord(detail.value)} />
        </FormField>
      )}
      <FormField label="Role ARN" description="Kept for compatibility with AWS; the server acts by itself.">
        <Input value={roleArn} onChange={({ detail }) => setRoleArn(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
