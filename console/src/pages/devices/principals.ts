// SPDX-License-Identifier: Apache-2.0
import { useList } from "../../api/operation";

/** The ARNs of the certificates of a thing. */
export const usePrincipals = (thingName: string) =>
  useList<string>("iot", "ListThingPrincipals", "principals", { thingName }, { live: ["registry"] });
