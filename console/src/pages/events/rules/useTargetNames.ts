// SPDX-License-Identifier: Apache-2.0
import { useList } from "../../../api/operation";
import { nameOf } from "../targets";
import { busToken } from "../types";

interface Option {
  value: string;
  label: string;
}

/** What there is of a kind of target, to choose from; empty where names are free. */
export function useTargetNames(kind: string): Option[] {
  const topics = useList<{ TopicArn: string }>(
    "sns",
    "ListTopics",
    "Topics",
    {},
    { enabled: kind === "sns", token: busToken },
  );
  const channels = useList<{ channelName: string }>(
    "fleetward",
    "ListNotificationChannels",
    "channels",
    {},
    { enabled: kind === "channel" },
  );
  const destinations = useList<{ ApiDestinationArn: string; Name: string }>(
    "events",
    "ListApiDestinations",
    "ApiDestinations",
    {},
    { enabled: kind === "destination", token: busToken },
  );
  const actions = useList<{ actionName: string }>(
    "iot",
    "ListMitigationActions",
    "actionIdentifiers",
    {},
    { enabled: kind === "mitigation" },
  );
  const buses = useList<{ Name: string }>(
    "events",
    "ListEventBuses",
    "EventBuses",
    {},
    { enabled: kind === "bus", token: busToken },
  );
  const named = (names: readonly string[] | undefined) =>
    (names ?? []).map(value => ({ value, label: value }));
  switch (kind) {
    case "sns":
      return named(topics.data?.items.map(({ TopicArn }) => nameOf(TopicArn)));
    case "channel":
      return named(channels.data?.items.map(({ channelName }) => channelName));
    case "destination":
      return (destinations.data?.items ?? []).map(({ ApiDestinationArn, Name }) => ({
        value: ApiDestinationArn,
        label: Name,
      }));
    case "mitigation":
      return named(actions.data?.items.map(({ actionName }) => actionName));
    case "bus":
      return named(buses.data?.items.map(({ Name }) => Name));
    default:
      return [];
  }
}
