// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import { useUrlState } from "../../ui/urlState";
import { PropertyFields, type PropertyTexts, unset } from "./PropertyFields";
import { bytesOf, type PayloadForm } from "./payload";
import { userPropertiesOf } from "./properties";
import { QosChoice } from "./QosChoice";
import type { Publication, Qos } from "./types";

interface PublishFormProps {
  ready: boolean;
  publish: (publication: Publication) => Promise<void>;
}

export function PublishForm({ ready, publish }: PublishFormProps) {
  const [topic = "devices/console/data", setTopic] = useUrlState("topic");
  const [form, setForm] = useState<PayloadForm>("text");
  const [text, setText] = useState("Hello from the console");
  const [qos, setQos] = useState<Qos>(0);
  const [retain, setRetain] = useState(false);
  const [properties, setProperties] = useState<PropertyTexts>(unset);
  const [fault, setFault] = useState<string>();
  const [sent, setSent] = useState(0);
  const size = sizeOf(form, text);
  const go = async () => {
    setFault(undefined);
    try {
      await publish({
        topic,
        payload: bytesOf(form, text),
        qos,
        retain,
        contentType: properties.contentType || undefined,
        responseTopic: properties.responseTopic || undefined,
        expiry: properties.expiry === "" ? undefined : Number(properties.expiry),
        userProperties: userPropertiesOf(properties.user),
      });
      setSent(now => now + 1);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Container header={<Header variant="h2">Publish</Header>}>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (ready) void go();
        }}
      >
        <SpaceBetween size="s">
          <FormField label="Topic">
            <Input value={topic} onChange={({ detail }) => setTopic(detail.value)} spellcheck={false} />
          </FormField>
          <FormField
            label="Payload"
            constraintText={typeof size === "number" ? `${size} bytes` : undefined}
            errorText={typeof size === "string" ? size : undefined}
            stretch
          >
            <SpaceBetween size="xs">
              <SegmentedControl
                label="Form of the payload"
                selectedId={form}
                onChange={({ detail }) => setForm(detail.selectedId as PayloadForm)}
                options={[
                  { id: "text", text: "Text" },
                  { id: "json", text: "JSON" },
                  { id: "hex", text: "Hex" },
                ]}
              />
              <Textarea
                value={text}
                onChange={({ detail }) => setText(detail.value)}
                rows={4}
                spellcheck={false}
                ariaLabel="Payload"
              />
            </SpaceBetween>
          </FormField>
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <QosChoice label="QoS of message" value={qos} onChange={setQos} />
            <Checkbox checked={retain} onChange={({ detail }) => setRetain(detail.checked)}>
              Retain
            </Checkbox>
          </SpaceBetween>
          <ExpandableSection headerText="MQTT 5 properties">
            <PropertyFields value={properties} onChange={setProperties} />
          </ExpandableSection>
          {fault && <Alert type="error">{fault}</Alert>}
          <SpaceBetween direction="horizontal" size="s" alignItems="center">
            <Button
              variant="primary"
              formAction="submit"
              disabled={!ready || topic === "" || typeof size === "string"}
            >
              Publish
            </Button>
            {sent > 0 && <Box variant="small">{sent === 1 ? "1 message sent" : `${sent} messages sent`}</Box>}
          </SpaceBetween>
        </SpaceBetween>
      </form>
    </Container>
  );
}

/** How many bytes the payload has, or what is wrong with it. */
function sizeOf(form: PayloadForm, text: string): number | string {
  try {
    return bytesOf(form, text).length;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
