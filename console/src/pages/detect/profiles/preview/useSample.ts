// SPDX-License-Identifier: Apache-2.0
import { useOperation } from "../../../../api/operation";

const offered = 50;

const group = /:thinggroup\/(.+)$/;

/** Some devices that a profile with these targets would watch; of the whole fleet while there are no targets. */
export function useSample(targets: readonly string[]) {
  const thingGroupName = targets.map(arn => group.exec(arn)?.[1]).find(Boolean);
  const isWhole = targets.length === 0 || targets.some(arn => !group.test(arn)) || !thingGroupName;
  const all = useOperation<{ things: { thingName: string }[] }>(
    "iot",
    "ListThings",
    { maxResults: offered },
    { enabled: isWhole },
  );
  const some = useOperation<{ things: string[] }>(
    "iot",
    "ListThingsInThingGroup",
    { thingGroupName, recursive: true, maxResults: offered },
    { enabled: !isWhole },
  );
  const answer = isWhole ? all : some;
  return {
    names: (isWhole ? all.data?.things.map(({ thingName }) => thingName) : some.data?.things) ?? [],
    isPending: answer.isPending,
    error: answer.data ? null : answer.error,
    refetch: answer.refetch,
  };
}
