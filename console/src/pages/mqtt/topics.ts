// SPDX-License-Identifier: Apache-2.0
import type { Message } from "./types";

/** One level of the topics seen; a level that messages came to has the latest of them. */
export interface TopicNode {
  topic: string;
  name: string;
  count: number;
  latest?: Message;
  children: TopicNode[];
}

/** The topics of messages as a tree; messages come newest first. */
export function topicTree(messages: readonly Message[]): TopicNode[] {
  const root: TopicNode = { topic: "", name: "", count: 0, children: [] };
  for (const message of messages) {
    let node = root;
    const levels = message.topic.split("/");
    levels.forEach((name, depth) => {
      const topic = levels.slice(0, depth + 1).join("/");
      let child = node.children.find(one => one.name === name);
      if (!child) {
        child = { topic, name, count: 0, children: [] };
        node.children.push(child);
      }
      child.count++;
      node = child;
    });
    node.latest ??= message;
  }
  return sorted(root.children);
}

const sorted = (nodes: TopicNode[]): TopicNode[] =>
  nodes
    .map(node => ({ ...node, children: sorted(node.children) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
