// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TokenGroup from "@cloudscape-design/components/token-group";
import { useState } from "react";
import { QosChoice } from "./QosChoice";
import type { Qos, Subscription } from "./types";

interface SubscribeFormProps {
  ready: boolean;
  subscriptions: readonly Subscription[];
  subscribe: (subscription: Subscription) => Promise<void>;
  unsubscribe: (filter: string) => Promise<void>;
}

export function SubscribeForm({ ready, subscriptions, subscribe, unsubscribe }: SubscribeFormProps) {
  const [filter, setFilter] = useState("#");
  const [qos, setQos] = useState<Qos>(0);
  const [fault, setFault] = useState<string>();
  const doing = async (act: Promise<void>) => {
    setFault(undefined);
    try {
      await act;
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Container header={<Header variant="h2">Subscribe</Header>}>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (ready && filter !== "") void doing(subscribe({ filter, qos }));
        }}
      >
        <SpaceBetween size="s">
          <FormField label="Topic filter">
            <Input value={filter} onChange={({ detail }) => setFilter(detail.value)} spellcheck={false} />
          </FormField>
          <SpaceBetween direction="horizontal" size="s" alignItems="end">
            <QosChoice label="QoS of subscription" value={qos} onChange={setQos} />
            <Button formAction="submit" disabled={!ready || filter === ""}>
              Subscribe
            </Button>
          </SpaceBetween>
          {fault && <Alert type="error">{fault}</Alert>}
          {subscriptions.length === 0 ? (
            <Box variant="small">Nothing is subscribed to.</Box>
          ) : (
            <TokenGroup
              items={subscriptions.map(one => ({
                label: one.filter,
                labelTag: `QoS ${one.qos}`,
                dismissLabel: `Unsubscribe from ${one.filter}`,
              }))}
              onDismiss={({ detail }) => {
                const chosen = subscriptions[detail.itemIndex];
                if (chosen) void doing(unsubscribe(chosen.filter));
              }}
            />
          )}
        </SpaceBetween>
      </form>
    </Container>
  );
}
