// SPDX-License-Identifier: Apache-2.0
import { Page } from "../../../ui/Page";
import { UrlTabs } from "../../../ui/UrlTabs";
import { Channels } from "./Channels";
import { Connections } from "./Connections";
import { Destinations } from "./Destinations";

/** The chat channels, mailboxes and web servers that rules may send to. */
export function ChannelsPage() {
  return (
    <Page
      title="Channels and web servers"
      description="Where rules may send events outside of this server."
      help={
        <>
          <p>A channel writes events in words for people: to Slack, Microsoft Teams or a mailbox.</p>
          <p>
            A web server is sent the event itself; its connection holds how this server proves who it is.
            Secrets are never shown again.
          </p>
          <p>Add them to a rule as a target, and test them there.</p>
        </>
      }
    >
      <UrlTabs
        label="Channels and web servers"
        tabs={[
          { id: "channels", label: "Channels", content: <Channels /> },
          { id: "destinations", label: "Web servers", content: <Destinations /> },
          { id: "connections", label: "Connections", content: <Connections /> },
        ]}
      />
    </Page>
  );
}
