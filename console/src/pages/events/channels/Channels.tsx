// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { CopyText } from "../../../ui/CopyText";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { type Channel, type ChannelKind, isName, nameRule } from "./types";

const kinds: readonly { value: ChannelKind; label: string; what: string; example: string }[] = [
  {
    value: "SLACK",
    label: "Slack",
    what: "URL of the incoming webhook",
    example: "https://hooks.slack.com/…",
  },
  {
    value: "TEAMS",
    label: "Microsoft Teams",
    what: "URL of the workflow's webhook",
    example: "https://….webhook.office.com/…",
  },
  { value: "EMAIL", label: "Mailbox", what: "Mail address", example: "soc@example.com" },
];
const kindText = (kind: ChannelKind) => kinds.find(({ value }) => value === kind)?.label ?? kind;

/** Channels of chat programs, and mailboxes. */
export function Channels() {
  const query = useList<Channel>("fleetward", "ListNotificationChannels", "channels");
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<Channel>();
  return (
    <>
      <ResourceTable<Channel>
        title="Channels"
        name="channels"
        query={query}
        idOf={({ channelName }) => channelName}
        selection="single"
        actions={([channel]) => (
          <>
            <Button disabled={!channel} onClick={() => setDeleting(channel)}>
              Delete
            </Button>
            <Button variant="primary" onClick={() => setCreating(true)}>
              Create channel
            </Button>
          </>
        )}
        empty={
          <Empty title="No channels">A channel tells people of events: in Slack, in Teams, or by mail.</Empty>
        }
        columns={[
          { id: "name", header: "Name", cell: one => one.channelName, text: one => one.channelName },
          { id: "kind", header: "Kind", cell: one => kindText(one.kind), text: one => kindText(one.kind) },
          {
            id: "description",
            header: "Description",
            cell: one => one.description ?? "–",
            text: one => one.description,
          },
          {
            id: "created",
            header: "Created",
            cell: one => <Time at={one.creationDate} />,
            text: one => one.creationDate,
          },
          {
            id: "arn",
            header: "ARN",
            cell: one => <CopyText text={one.channelArn} />,
            text: one => one.channelArn,
            width: 90,
          },
        ]}
      />
      {creating && <CreateChannel onClose={() => setCreating(false)} />}
      {deleting && (
        <ActionModal
          title={`Delete ${deleting.channelName}`}
          action="Delete"
          service="fleetward"
          operation="DeleteNotificationChannel"
          input={{ channelName: deleting.channelName }}
          done={() => `Deleted the channel ${deleting.channelName}.`}
          onClose={() => setDeleting(undefined)}
        >
          Rules that send to it give their events up.
        </ActionModal>
      )}
    </>
  );
}

function CreateChannel({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [kind, setKind] = useState<ChannelKind>("SLACK");
  const [description, setDescription] = useState("");
  const [url, setUrl] = useState("");
  const chosen = kinds.find(({ value }) => value === kind);
  return (
    <ActionModal
      title="Create channel"
      action="Create"
      service="fleetward"
      operation="CreateNotificationChannel"
      input={{
        channelName: name,
        kind,
        description: description.trim() || undefined,
        webhookUrl: kind === "EMAIL" && !url.startsWith("mailto:") ? `mailto:${url.trim()}` : url.trim(),
      }}
      ready={isName(name) && url.trim() !== ""}
      done={() => `Created the channel ${name}. Add it to a rule as a target, and test it there.`}
      onClose={onClose}
    >
      <FormField label="Name" errorText={name === "" || isName(name) ? undefined : nameRule}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label="Kind">
        <Select
          options={kinds}
          selectedOption={chosen ?? null}
          onChange={({ detail }) => {
            setKind(detail.selectedOption.value as ChannelKind);
            setUrl("");
          }}
        />
      </FormField>
      <FormField label={chosen?.what} constraintText="It is kept as a secret and never shown again.">
        <Input value={url} placeholder={chosen?.example} onChange={({ detail }) => setUrl(detail.value)} />
      </FormField>
      <FormField label="Description">
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
