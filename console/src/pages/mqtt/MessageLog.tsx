// SPDX-License-Identifier: Apache-2.0
import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useState } from "react";
import { Empty } from "../../ui/Empty";
import { shownPayload } from "./payload";
import type { Message } from "./types";
import { kept, type useMqtt } from "./useMqtt";

const pageSize = 20;

/** What arrived, newest first; searched by topic and payload. */
export function MessageLog({ client }: { client: ReturnType<typeof useMqtt> }) {
  const { messages, paused, setPaused, clear } = client;
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(1);
  const found = search === "" ? messages : messages.filter(message => matches(message, search.toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = Math.min(page, pages);
  return (
    <Table<Message>
      items={found.slice((shown - 1) * pageSize, shown * pageSize)}
      trackBy={message => `${message.number}`}
      wrapLines
      ariaLabels={{ tableLabel: "Messages" }}
      header={
        <Header
          variant="h2"
          counter={`(${messages.length}${messages.length === kept ? "+" : ""})`}
          description={paused ? "Paused: what arrives waits." : `The last ${kept} are kept.`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={clear}>Clear</Button>
              <Button onClick={() => setPaused(!paused)}>{paused ? "Go on" : "Pause"}</Button>
            </SpaceBetween>
          }
        >
          Messages
        </Header>
      }
      filter={
        <TextFilter
          filteringText={search}
          filteringPlaceholder="Find by topic or payload"
          filteringAriaLabel="Find messages"
          countText={search === "" ? undefined : `${found.length} matches`}
          onChange={({ detail }) => {
            setSearch(detail.filteringText);
            setPage(1);
          }}
        />
      }
      pagination={
        <Pagination
          currentPageIndex={shown}
          pagesCount={pages}
          onChange={({ detail }) => setPage(detail.currentPageIndex)}
          ariaLabels={{ nextPageLabel: "Next page", previousPageLabel: "Previous page" }}
        />
      }
      columnDefinitions={[
        {
          id: "at",
          header: "Time",
          width: 110,
          cell: message => new Date(message.at).toLocaleTimeString("en", { hour12: false }),
        },
        { id: "topic", header: "Topic", width: 220, cell: message => <Topic message={message} /> },
        { id: "payload", header: "Payload", cell: message => <Payload message={message} /> },
        { id: "size", header: "Bytes", width: 80, cell: message => message.payload.length },
      ]}
      empty={
        <Empty title="No messages">
          Connect and subscribe to a filter: what is published to matching topics is listed here.
        </Empty>
      }
    />
  );
}

function Topic({ message }: { message: Message }) {
  return (
    <SpaceBetween size="xxs">
      <span>{message.topic}</span>
      <SpaceBetween direction="horizontal" size="xxs">
        <Badge>QoS {message.qos}</Badge>
        {message.retain && <Badge color="blue">Retained</Badge>}
      </SpaceBetween>
    </SpaceBetween>
  );
}

function Payload({ message }: { message: Message }) {
  const { form, text } = shownPayload(message.payload);
  const properties = [
    message.contentType && `content type ${message.contentType}`,
    message.responseTopic && `response topic ${message.responseTopic}`,
    ...message.userProperties.map(([name, value]) => `${name}=${value}`),
  ].filter(Boolean);
  return (
    <>
      <pre className="code">{text}</pre>
      {form === "hex" && (
        <Box variant="small" display="block">
          hexadecimal, no text
        </Box>
      )}
      {properties.length > 0 && (
        <Box variant="small" display="block">
          {properties.join(", ")}
        </Box>
      )}
    </>
  );
}

const matches = (message: Message, words: string) =>
  message.topic.toLowerCase().includes(words) ||
  shownPayload(message.payload).text.toLowerCase().includes(words);
