// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { tokens, useList, useOperation } from "../../../api/operation";
import { useScope } from "../../../session/scope";
import { CopyCli } from "../../../ui/CopyCli";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { usePrincipals } from "../principals";
import type { AuthInfo, AuthResult, DeviceAction } from "../types";
import { PrincipalSelect } from "./PrincipalSelect";
import { SimulatorResults } from "./SimulatorResults";
import { Trace } from "./trace/Trace";
import type { TraceQuestion } from "./trace/types";

const kinds: Record<DeviceAction, string> = {
  CONNECT: "client",
  PUBLISH: "topic",
  SUBSCRIBE: "topicfilter",
  RECEIVE: "topic",
};
const actions = Object.keys(kinds) as DeviceAction[];

interface Question {
  action: DeviceAction;
  name: string;
}

interface Trial {
  principal: string;
  clientId?: string;
  authInfos: AuthInfo[];
  policyNamesToAdd?: readonly string[];
  policyNamesToSkip?: readonly string[];
}

/** What the device would be allowed to do, with policies added or left out; nothing is changed. */
export function SimulatorTab({ thingName }: { thingName: string }) {
  const { account, region } = useScope();
  const principals = usePrincipals(thingName);
  const policies = useList<{ policyName: string }>(
    "iot",
    "ListPolicies",
    "policies",
    { pageSize: 250 },
    { token: tokens.marker },
  );
  const [chosen, setChosen] = useState<string>();
  const [clientId, setClientId] = useState(thingName);
  const [questions, setQuestions] = useState<readonly Question[]>([
    { action: "CONNECT", name: thingName },
    { action: "PUBLISH", name: `devices/${thingName}/data` },
  ]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Trial>();
  const [traced, setTraced] = useState(0);
  const principal = chosen ?? principals.data?.items[0];
  const authInfos: AuthInfo[] = questions
    .filter(({ name }) => name !== "")
    .map(({ action, name }) => ({
      actionType: action,
      resources: [`arn:aws:iot:${region}:${account}:${kinds[action]}/${name}`],
    }));
  const input: Trial = {
    principal: principal ?? "",
    clientId: clientId || undefined,
    authInfos,
    policyNamesToAdd: added.length > 0 ? added : undefined,
    policyNamesToSkip: skipped.length > 0 ? skipped : undefined,
  };
  const trial = useOperation<{ authResults?: AuthResult[] }>(
    "iot",
    "TestAuthorization",
    { ...asked },
    {
      enabled: asked !== undefined,
      live: ["registry"],
    },
  );
  const results = trial.data?.authResults ?? [];
  const explained = results[traced]?.authInfo;
  const question: TraceQuestion | undefined = asked &&
    explained && {
      principal: asked.principal,
      clientId: asked.clientId,
      actionType: explained.actionType,
      resource: explained.resources[0] ?? "",
      policyNamesToAdd: asked.policyNamesToAdd,
      policyNamesToSkip: asked.policyNamesToSkip,
    };
  const set = (index: number, change: Partial<Question>) =>
    setQuestions(questions.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const names = (policies.data?.items ?? []).map(({ policyName }) => policyName);
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="Asks the engine that decides for devices. Nothing is changed and nothing is counted."
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <CopyCli service="iot" operation="TestAuthorization" input={{ ...input }} />
                <Button
                  variant="primary"
                  disabled={principal === undefined || authInfos.length === 0}
                  loading={asked !== undefined && trial.isFetching}
                  onClick={() => {
                    setAsked(input);
                    setTraced(0);
                  }}
                >
                  Try
                </Button>
              </SpaceBetween>
            }
          >
            Policy simulator
          </Header>
        }
      >
        <SpaceBetween size="m">
          <ColumnLayout columns={2}>
            <PrincipalSelect
              principals={principals.data?.items ?? []}
              value={principal}
              onChange={setChosen}
            />
            <FormField label="Client id">
              <Input value={clientId} onChange={({ detail }) => setClientId(detail.value)} />
            </FormField>
            <PolicyChoice
              label="With these policies added"
              names={names}
              chosen={added}
              onChange={setAdded}
            />
            <PolicyChoice label="With these left out" names={names} chosen={skipped} onChange={setSkipped} />
          </ColumnLayout>
          <SpaceBetween size="xs">
            {questions.map((question, index) => (
              <Asking
                // biome-ignore lint/suspicious/noArrayIndexKey: questions have no identity but their place
                key={index}
                number={index + 1}
                question={question}
                onChange={change => set(index, change)}
                onRemove={() => setQuestions(questions.filter((_, at) => at !== index))}
              />
            ))}
            <Button
              iconName="add-plus"
              disabled={questions.length >= 10}
              onClick={() => setQuestions([...questions, { action: "PUBLISH", name: "" }])}
            >
              Add request
            </Button>
          </SpaceBetween>
        </SpaceBetween>
      </Container>
      {asked && trial.error && <ProblemAlert problem={trial.error} />}
      {asked && trial.data && !trial.error && (
        <SpaceBetween size="l">
          <SimulatorResults results={results} traced={traced} onTrace={setTraced} />
          {question && <Trace key={JSON.stringify(question)} question={question} />}
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

interface AskingProps {
  number: number;
  question: Question;
  onChange: (change: Partial<Question>) => void;
  onRemove: () => void;
}

function Asking({ number, question, onChange, onRemove }: AskingProps) {
  const options = actions.map(value => ({ value, label: value.toLowerCase() }));
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <div className="short-field">
        <Select
          selectedOption={options.find(option => option.value === question.action) ?? null}
          options={options}
          onChange={({ detail }) => onChange({ action: detail.selectedOption.value as DeviceAction })}
          ariaLabel={`Action of request ${number}`}
        />
      </div>
      <div className="wide-field">
        <Input
          value={question.name}
          onChange={({ detail }) => onChange({ name: detail.value })}
          ariaLabel={`${kinds[question.action]} of request ${number}`}
          placeholder={kinds[question.action]}
        />
      </div>
      <Button iconName="close" variant="icon" ariaLabel={`Remove request ${number}`} onClick={onRemove} />
    </SpaceBetween>
  );
}

interface PolicyChoiceProps {
  label: string;
  names: readonly string[];
  chosen: readonly string[];
  onChange: (names: string[]) => void;
}

function PolicyChoice({ label, names, chosen, onChange }: PolicyChoiceProps) {
  const option = (name: string) => ({ value: name, label: name });
  return (
    <FormField label={label}>
      <Multiselect
        selectedOptions={chosen.map(option)}
        options={names.map(option)}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value ?? ""))}
        filteringType="auto"
        placeholder="None"
        empty="No policies"
      />
    </FormField>
  );
}
