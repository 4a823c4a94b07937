// SPDX-License-Identifier: Apache-2.0
import Header from "@cloudscape-design/components/header";
import Table from "@cloudscape-design/components/table";
import { useState } from "react";
import { Empty } from "../../ui/Empty";
import { shownPayload } from "./payload";
import { type TopicNode, topicTree } from "./topics";
import type { Message } from "./types";

/** The topics of the messages kept, level by level, each with its latest message. */
export function TopicTree({ messages }: { messages: readonly Message[] }) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const tree = topicTree(messages);
  const expanded = all(tree).filter(({ topic }) => !collapsed.has(topic));
  return (
    <Table<TopicNode>
      items={tree}
      trackBy="topic"
      header={
        <Header variant="h2" description="Of the messages in the log.">
          Topic tree
        </Header>
      }
      ariaLabels={{
        tableLabel: "Topics",
        expandButtonLabel: node => `Expand ${node.topic}`,
        collapseButtonLabel: node => `Collapse ${node.topic}`,
      }}
      expandableRows={{
        getItemChildren: node => node.children,
        isItemExpandable: node => node.children.length > 0,
        expandedItems: expanded,
        onExpandableItemToggle: ({ detail: { item, expanded: open } }) =>
          setCollapsed(now => {
            const next = new Set(now);
            if (open) next.delete(item.topic);
            else next.add(item.topic);
            return next;
          }),
      }}
      columnDefinitions={[
        { id: "name", header: "Topic", cell: node => node.name || "(empty)", isRowHeader: true },
        { id: "count", header: "Messages", width: 110, cell: node => node.count },
        {
          id: "latest",
          header: "Latest payload",
          cell: node => node.latest && shownPayload(node.latest.payload).text.slice(0, 120),
        },
      ]}
      empty={<Empty title="No topics">Topics appear as messages arrive.</Empty>}
    />
  );
}

const all = (nodes: readonly TopicNode[]): TopicNode[] =>
  nodes.flatMap(node => [node, ...all(node.children)]);
