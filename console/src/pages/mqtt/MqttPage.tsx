// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Grid from "@cloudscape-design/components/grid";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { UrlTabs } from "../../ui/UrlTabs";
import { ConnectionPanel } from "./ConnectionPanel";
import type { Connect } from "./connection";
import { MessageLog } from "./MessageLog";
import { PublishForm } from "./PublishForm";
import { SubscribeForm } from "./SubscribeForm";
import { TopicTree } from "./TopicTree";
import { useMqtt } from "./useMqtt";

/** An MQTT client in the browser. */
export function MqttPage({ connect }: { connect?: Connect }) {
  const client = useMqtt(connect);
  const on = client.state === "on";
  return (
    <Page
      title="MQTT test client"
      description="Publish and subscribe from this browser, as a client that no thing stands for."
      help={help}
    >
      <SpaceBetween size="l">
        <ConnectionPanel client={client} />
        {client.state === "failed" && <Alert type="error">{client.why}</Alert>}
        <Grid gridDefinition={[{ colspan: { default: 12, s: 5 } }, { colspan: { default: 12, s: 7 } }]}>
          <SpaceBetween size="l">
            <SubscribeForm
              ready={on}
              subscriptions={client.subscriptions}
              subscribe={client.subscribe}
              unsubscribe={client.unsubscribe}
            />
            <PublishForm ready={on} publish={client.publish} />
          </SpaceBetween>
          <UrlTabs
            label="What arrived"
            tabs={[
              { id: "log", label: "Messages", content: <MessageLog client={client} /> },
              { id: "topics", label: "Topic tree", content: <TopicTree messages={client.messages} /> },
            ]}
          />
        </Grid>
      </SpaceBetween>
    </Page>
  );
}

const help = (
  <>
    <p>
      Connect, subscribe to a filter such as devices/+/data or #, and publish. In a filter, + stands for one
      level of a topic and # for all that follow.
    </p>
    <p>
      The client signs in by your session. It is an unregistered device to Detect: a message that is larger
      than a security profile allows raises an alarm and a finding for its client id.{" "}
      <Link to="/detect/profiles/create">Create a security profile</Link> for all devices, publish a longer
      message, then see the <Link to="/detect/alarms">alarms</Link>.
    </p>
  </>
);
