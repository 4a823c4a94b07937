// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import Form from "@cloudscape-design/components/form";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useParams } from "react-router";
import { useChange, useList, useOperation } from "../../../api/operation";
import { useGo } from "../../../session/go";
import { CopyCli } from "../../../ui/CopyCli";
import { useFlash } from "../../../ui/flash";
import { Page } from "../../../ui/Page";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import type { SecurityProfile } from "../types";
import { Backtest } from "./Backtest";
import { BehaviorEditor } from "./BehaviorEditor";
import { type BehaviorDraft, behaviorOf, draftOf, faultsOf, newBehavior } from "./draft";
import { behaviorHelp } from "./help";
import { useJudgedMetrics } from "./useJudgedMetrics";

/** Changes the behaviors of a security profile. */
export function EditProfilePage() {
  const { name = "" } = useParams();
  const stored = useOperation<SecurityProfile>("iot", "DescribeSecurityProfile", {
    securityProfileName: name,
  });
  return (
    <Page
      title={`Edit ${name}`}
      above={[
        { text: "Security profiles", path: "/detect/profiles" },
        { text: name, path: `/detect/profiles/${encodeURIComponent(name)}` },
      ]}
      help={behaviorHelp}
    >
      {stored.error && !stored.data && <ProblemAlert problem={stored.error} retry={() => stored.refetch()} />}
      {stored.data && <Editor key={stored.data.version} profile={stored.data} />}
    </Page>
  );
}

function Editor({ profile }: { profile: SecurityProfile }) {
  const { kindOf } = useJudgedMetrics();
  const go = useGo();
  const flash = useFlash();
  const update = useChange("iot", "UpdateSecurityProfile");
  const name = profile.securityProfileName;
  const back = `/detect/profiles/${encodeURIComponent(name)}`;
  const targets = useList<{ arn: string }>("iot", "ListTargetsForSecurityProfile", "securityProfileTargets", {
    securityProfileName: name,
  });
  const [description, setDescription] = useState(profile.securityProfileDescription ?? "");
  const [changed, setChanged] = useState<BehaviorDraft[]>();
  const drafts = changed ?? (profile.behaviors ?? []).map(behavior => draftOf(behavior, kindOf));
  const complete = drafts.every(draft => Object.keys(faultsOf(draft)).length === 0);
  const behaviors = complete ? drafts.map(behaviorOf) : [];
  const input = {
    securityProfileName: name,
    securityProfileDescription: description,
    ...(behaviors.length > 0 ? { behaviors } : { deleteBehaviors: true }),
    expectedVersion: profile.version,
  };
  const save = async () => {
    try {
      await update.mutateAsync(input);
      flash.success(`Security profile ${name} is saved.`);
      go(back);
    } catch {
      // The problem is shown below.
    }
  };
  return (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyCli service="iot" operation="UpdateSecurityProfile" input={input} />
          <Button variant="link" onClick={() => go(back)}>
            Cancel
          </Button>
          <Button
            variant="primary"
            disabled={!complete}
            loading={update.isPending}
            onClick={() => void save()}
          >
            Save
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <FormField label="Description">
          <Textarea value={description} onChange={({ detail }) => setDescription(detail.value)} rows={2} />
        </FormField>
        {drafts.map((draft, index) => (
          <BehaviorEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: a draft has no other identity, its name is being typed
            key={index}
            draft={draft}
            strict
            targets={targets.data?.items.map(({ arn }) => arn)}
            onChange={next => setChanged(drafts.map((one, i) => (i === index ? next : one)))}
            onRemove={() => setChanged(drafts.filter((_, i) => i !== index))}
          />
        ))}
        <Button iconName="add-plus" onClick={() => setChanged([...drafts, newBehavior(drafts.length + 1)])}>
          Add behavior
        </Button>
        {behaviors.length > 0 && <Backtest name={name} behaviors={behaviors} />}
        {update.error && <ProblemAlert problem={update.error} />}
      </SpaceBetween>
    </Form>
  );
}
