// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import Wizard from "@cloudscape-design/components/wizard";
import { useState } from "react";
import { useChange } from "../../../api/operation";
import { asProblem, type Problem } from "../../../api/problem";
import { useGo } from "../../../session/go";
import { useScope } from "../../../session/scope";
import { CopyCli } from "../../../ui/CopyCli";
import { useFlash } from "../../../ui/flash";
import { Link } from "../../../ui/Link";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { behaviorText } from "../values";
import { Backtest } from "./Backtest";
import { BehaviorEditor } from "./BehaviorEditor";
import { type BehaviorDraft, behaviorOf, faultsOf, newBehavior } from "./draft";
import { behaviorHelp } from "./help";
import { TargetPicker } from "./TargetPicker";

/** Defines a security profile step by step, shows what it would have alarmed on, and attaches it. */
export function CreateProfilePage() {
  const { account } = useScope();
  const go = useGo();
  const flash = useFlash();
  const create = useChange("iot", "CreateSecurityProfile");
  const attach = useChange("iot", "AttachSecurityProfile");
  const [step, setStep] = useState(0);
  const [strict, setStrict] = useState(false);
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [drafts, setDrafts] = useState<BehaviorDraft[]>([newBehavior(1)]);
  const [topicArn, setTopicArn] = useState("");
  const [targets, setTargets] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const nameFault = /^[a-zA-Z0-9:_-]{1,128}$/.test(name) ? undefined : "1 to 128 letters, digits, and : _ -";
  const complete =
    nameFault === undefined && drafts.every(draft => Object.keys(faultsOf(draft)).length === 0);
  const behaviors = drafts.map(behaviorOf);
  const input = {
    securityProfileName: name,
    ...(description ? { securityProfileDescription: description } : {}),
    behaviors,
    ...(topicArn
      ? {
          alertTargets: { SNS: { alertTargetArn: topicArn, roleArn: `arn:aws:iam::${account}:role/Alerts` } },
        }
      : {}),
  };

  const turnTo = (next: number) => {
    setStrict(true);
    if (next > 0 && !complete) return;
    setStep(next);
  };
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await create.mutateAsync(input);
      for (const securityProfileTargetArn of targets) {
        await attach.mutateAsync({ securityProfileName: name, securityProfileTargetArn });
      }
      flash.success(
        <>
          Security profile{" "}
          <Link to={`/detect/profiles/${encodeURIComponent(name)}`} color="inverted">
            {name}
          </Link>{" "}
          is created{targets.length > 0 ? " and attached" : ""}.
        </>,
      );
      go("/detect/profiles");
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page
      title="Create security profile"
      above={[{ text: "Security profiles", path: "/detect/profiles" }]}
      headless
      help={behaviorHelp}
    >
      <Wizard
        activeStepIndex={step}
        onNavigate={({ detail }) => turnTo(detail.requestedStepIndex)}
        onCancel={() => go("/detect/profiles")}
        onSubmit={() => void submit()}
        isLoadingNextStep={busy}
        submitButtonText="Create security profile"
        steps={[
          {
            title: "Behaviors",
            description: "How devices behave when all is well.",
            content: (
              <SpaceBetween size="l">
                <Container header={<Header variant="h3">Security profile</Header>}>
                  <SpaceBetween size="m">
                    <FormField label="Name" errorText={strict ? nameFault : undefined}>
                      <Input value={name} onChange={({ detail }) => setName(detail.value)} />
                    </FormField>
                    <FormField label="Description">
                      <Textarea
                        value={description}
                        onChange={({ detail }) => setDescription(detail.value)}
                        rows={2}
                      />
                    </FormField>
                  </SpaceBetween>
                </Container>
                {drafts.map((draft, index) => (
                  <BehaviorEditor
                    // biome-ignore lint/suspicious/noArrayIndexKey: a draft has no other identity, its name is being typed
                    key={index}
                    draft={draft}
                    strict={strict}
                    targets={targets}
                    onChange={next => setDrafts(drafts.map((one, i) => (i === index ? next : one)))}
                    onRemove={
                      drafts.length > 1 ? () => setDrafts(drafts.filter((_, i) => i !== index)) : undefined
                    }
                  />
                ))}
                <Button
                  iconName="add-plus"
                  onClick={() => setDrafts([...drafts, newBehavior(drafts.length + 1)])}
                >
                  Add behavior
                </Button>
              </SpaceBetween>
            ),
          },
          {
            title: "Alerts",
            isOptional: true,
            description: "Whom alarms are told, beside the hub.",
            content: (
              <Container>
                <FormField
                  label="SNS topic ARN"
                  description="Without one, alarms appear here and in the hub."
                >
                  <Input
                    value={topicArn}
                    onChange={({ detail }) => setTopicArn(detail.value)}
                    placeholder="arn:aws:sns:…"
                  />
                </FormField>
              </Container>
            ),
          },
          {
            title: "Targets",
            description: "Which devices it watches.",
            content: (
              <SpaceBetween size="l">
                <Container>
                  <FormField label="Targets" description="It can be attached and detached at any time.">
                    <TargetPicker chosen={targets} onChange={setTargets} />
                  </FormField>
                </Container>
                {step === 2 && complete && <Backtest name={name} behaviors={behaviors} />}
              </SpaceBetween>
            ),
          },
          {
            title: "Review",
            content: (
              <SpaceBetween size="l">
                {problem && <ProblemAlert problem={problem} />}
                <Container
                  header={
                    <Header
                      variant="h3"
                      actions={<CopyCli service="iot" operation="CreateSecurityProfile" input={input} />}
                    >
                      {name}
                    </Header>
                  }
                >
                  <KeyValuePairs
                    columns={2}
                    items={[
                      ...behaviors.map(behavior => ({ label: behavior.name, value: behaviorText(behavior) })),
                      { label: "Alerts", value: topicArn || "The hub only" },
                      { label: "Targets", value: targets.length === 0 ? "None yet" : targets.join(", ") },
                    ]}
                  />
                </Container>
              </SpaceBetween>
            ),
          },
        ]}
      />
    </Page>
  );
}
