// SPDX-License-Identifier: Apache-2.0
import type { IClientOptions, IPublishPacket, MqttClient } from "mqtt";
import type { Message, Publication, Subscription } from "./types";

export interface Handlers {
  onOpen(): void;
  /** The connection ended, or could not be made; the words are for people. */
  onClosed(why: string): void;
  onMessage(message: Omit<Message, "number">): void;
}

/** One MQTT 5 connection of this browser to the server. */
export interface Connection {
  subscribe(subscription: Subscription): Promise<void>;
  unsubscribe(filter: string): Promise<void>;
  publish(publication: Publication): Promise<void>;
  close(): void;
}

/** Opens connections; tests give another one. */
export type Connect = (address: string, clientId: string, handlers: Handlers) => Promise<Connection>;

const connectTimeoutMilliseconds = 10_000;
const keepaliveSeconds = 30;

/** Connects by WebSocket. The library is large: it is loaded with the first connection. */
export const connectByWebSocket: Connect = async (address, clientId, handlers) => {
  const { default: mqtt } = await import("mqtt");
  const options: IClientOptions = {
    clientId,
    protocolVersion: 5,
    clean: true,
    reconnectPeriod: 0,
    connectTimeout: connectTimeoutMilliseconds,
    keepalive: keepaliveSeconds,
    timerVariant: "native",
  };
  const client = mqtt.connect(address, options);
  let why = "";
  client.on("connect", () => handlers.onOpen());
  client.on("error", error => {
    why = error.message;
  });
  client.on("disconnect", packet => {
    why = packet.properties?.reasonString ?? `The server ended the connection (reason ${packet.reasonCode}).`;
  });
  client.on("close", () => handlers.onClosed(why || "The connection is closed."));
  client.on("message", (topic, payload, packet) => handlers.onMessage(messageOf(topic, payload, packet)));
  return over(client);
};

function over(client: MqttClient): Connection {
  return {
    async subscribe({ filter, qos }) {
      await client.subscribeAsync(filter, { qos });
    },
    async unsubscribe(filter) {
      await client.unsubscribeAsync(filter);
    },
    async publish(publication) {
      const { topic, payload, qos, retain } = publication;
      await client.publishAsync(topic, payload as Buffer, {
        qos,
        retain,
        properties: propertiesOf(publication),
      });
    },
    close() {
      client.end(true);
    },
  };
}

/** The properties that are set: the library sends nothing at all where one is undefined or empty. */
export function propertiesOf(publication: Publication): NonNullable<IPublishPacket["properties"]> {
  const { contentType, responseTopic, expiry, userProperties } = publication;
  const named: Record<string, string[]> = {};
  for (const [name, value] of userProperties) named[name] = [...(named[name] ?? []), value];
  return {
    ...(contentType ? { contentType } : {}),
    ...(responseTopic ? { responseTopic } : {}),
    ...(expiry === undefined ? {} : { messageExpiryInterval: expiry }),
    ...(userProperties.length > 0 ? { userProperties: named } : {}),
  };
}

function messageOf(topic: string, payload: Uint8Array, packet: IPublishPacket): Omit<Message, "number"> {
  const { qos, retain, properties } = packet;
  return {
    at: Date.now(),
    topic,
    payload,
    qos,
    retain,
    contentType: properties?.contentType,
    responseTopic: properties?.responseTopic,
    userProperties: Object.entries(properties?.userProperties ?? {}).flatMap(([name, values]) =>
      ([] as string[]).concat(values).map(value => [name, value] as const),
    ),
  };
}
