// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { showPage } from "../../test/show";
import { type Connect, type Handlers, propertiesOf } from "./connection";
import { MqttPage } from "./MqttPage";
import { bytesOf, shownPayload } from "./payload";
import { topicTree } from "./topics";
import type { Message, Publication } from "./types";

const message = (topic: string, number: number): Message => ({
  number,
  at: 0,
  topic,
  payload: bytesOf("text", `${number}`),
  qos: 0,
  retain: false,
  userProperties: [],
});

/** A server that sends each publication back to whoever subscribed to anything. */
function echo() {
  const published: Publication[] = [];
  let address = "";
  let handlers: Handlers | undefined;
  const connect: Connect = async (to, _, given) => {
    address = to;
    handlers = given;
    given.onOpen();
    return {
      subscribe: async () => {},
      unsubscribe: async () => {},
      publish: async publication => {
        published.push(publication);
        given.onMessage({ ...message(publication.topic, 0), payload: publication.payload });
      },
      close: () => given.onClosed("closed"),
    };
  };
  return { connect, published, address: () => address, end: (why: string) => handlers?.onClosed(why) };
}

describe("the MQTT test client", () => {
  it("connects by the session, publishes, shows what comes, and says why it ended", async () => {
    const server = echo();
    showPage(() => <MqttPage connect={server.connect} />, "mqtt?topic=a/b", "mqtt", {});
    await userEvent.click(await screen.findByRole("button", { name: "Connect" }));
    expect(await screen.findByText("Connected")).toBeTruthy();
    expect(server.address()).toContain("/console/mqtt?csrf=token&account=000000000000&region=us-east-1");
    await userEvent.click(screen.getByRole("button", { name: "Publish" }));
    expect(await screen.findByText("a/b")).toBeTruthy();
    expect(new TextDecoder().decode(server.published[0]?.payload)).toBe("Hello from the console");
    server.end("The session was taken over.");
    expect((await screen.findAllByText("The session was taken over."))[0]).toBeTruthy();
  });
});

describe("the properties of a message", () => {
  const bare: Publication = {
    topic: "a",
    payload: bytesOf("text", ""),
    qos: 0,
    retain: false,
    userProperties: [],
  };

  it("are only those that are set", () => {
    expect(Object.keys(propertiesOf(bare))).toEqual([]);
  });

  it("keep user properties of one name together, in order", () => {
    const userProperties = [["a", "1"] as const, ["b", "2"] as const, ["a", "3"] as const];
    expect(propertiesOf({ ...bare, expiry: 0, userProperties })).toEqual({
      messageExpiryInterval: 0,
      userProperties: { a: ["1", "3"], b: ["2"] },
    });
  });
});

describe("payloads", () => {
  it("are typed as text, JSON or hexadecimal", () => {
    expect([...bytesOf("hex", "00 ff")]).toEqual([0, 255]);
    expect(() => bytesOf("hex", "0")).toThrow("hexadecimal");
    expect(() => bytesOf("json", "{")).toThrow();
  });

  it("are shown as what they are", () => {
    expect(shownPayload(bytesOf("text", '{"a":1}'))).toEqual({ form: "json", text: '{\n  "a": 1\n}' });
    expect(shownPayload(bytesOf("text", "21.5"))).toEqual({ form: "text", text: "21.5" });
    expect(shownPayload(bytesOf("hex", "c3 28"))).toEqual({ form: "hex", text: "c3 28" });
  });
});

describe("the tree of topics", () => {
  it("counts below each level and keeps the latest message", () => {
    const [a] = topicTree([message("a/b", 3), message("a/b", 2), message("a", 1)]);
    expect(a?.count).toBe(3);
    expect(a?.latest?.number).toBe(1);
    expect(a?.children[0]?.latest?.number).toBe(3);
  });
});
