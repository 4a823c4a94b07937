// SPDX-License-Identifier: Apache-2.0
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useList, useOperation } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { ProblemAlert } from "../../../ui/ProblemAlert";
import { busToken } from "../types";
import type { ArchiveDetails } from "./types";

interface Bus {
  Name: string;
  Arn: string;
}

/** Reads an archive, to change it. */
export function EditArchiveModal({ name, onClose }: { name: string; onClose: () => void }) {
  const archive = useOperation<ArchiveDetails>("events", "DescribeArchive", { ArchiveName: name });
  if (archive.data) return <ArchiveModal archive={archive.data} onClose={onClose} />;
  return (
    <Modal visible header={`Edit ${name}`} onDismiss={onClose}>
      {archive.error ? (
        <ProblemAlert problem={archive.error} retry={() => void archive.refetch()} />
      ) : (
        <StatusIndicator type="loading">Loading the archive</StatusIndicator>
      )}
    </Modal>
  );
}

/** Creates an archive, or changes what one keeps and for how long. */
export function ArchiveModal({ archive, onClose }: { archive?: ArchiveDetails; onClose: () => void }) {
  const buses = useList<Bus>("events", "ListEventBuses", "EventBuses", {}, { token: busToken });
  const [name, setName] = useState(archive?.ArchiveName ?? "");
  const [bus, setBus] = useState("default");
  const [days, setDays] = useState(archive?.RetentionDays ? `${archive.RetentionDays}` : "");
  const [pattern, setPattern] = useState(archive?.EventPattern ?? "");
  const options = (buses.data?.items ?? []).map(({ Name, Arn }) => ({ value: Arn, label: Name }));
  const source = options.find(({ value, label }) => value === bus || label === bus);
  const isName = /^[.\-_A-Za-z0-9]{1,48}$/.test(name);
  const isDays = /^\d*$/.test(days);
  const kept = {
    EventPattern: pattern.trim() || undefined,
    RetentionDays: days === "" ? undefined : Number(days),
  };
  return (
    <ActionModal
      title={archive ? `Edit ${archive.ArchiveName}` : "Create archive"}
      action={archive ? "Save" : "Create"}
      service="events"
      operation={archive ? "UpdateArchive" : "CreateArchive"}
      input={{ ArchiveName: name, ...(archive ? {} : { EventSourceArn: source?.value }), ...kept }}
      ready={isName && isDays && (archive !== undefined || source !== undefined)}
      done={() => `${archive ? "Saved" : "Created"} the archive ${name}.`}
      onClose={onClose}
    >
      {!archive && (
        <SpaceBetween size="m">
          <FormField
            label="Name"
            errorText={name === "" || isName ? undefined : "Letters, digits, . - _, up to 48."}
          >
            <Input value={name} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
          <FormField label="Event bus">
            <Select
              options={options}
              selectedOption={source ?? null}
              onChange={({ detail }) => setBus(detail.selectedOption.value ?? bus)}
            />
          </FormField>
        </SpaceBetween>
      )}
      <FormField
        label="Days to keep events"
        constraintText="Empty: for ever"
        errorText={isDays ? undefined : "A whole number."}
      >
        <Input value={days} inputMode="numeric" onChange={({ detail }) => setDays(detail.value)} />
      </FormField>
      <FormField label="Event pattern" constraintText="Which events it keeps. Empty: all.">
        <Textarea
          value={pattern}
          rows={4}
          spellcheck={false}
          placeholder='{"source":["aws.securityhub"]}'
          onChange={({ detail }) => setPattern(detail.value)}
        />
      </FormField>
    </ActionModal>
  );
}
