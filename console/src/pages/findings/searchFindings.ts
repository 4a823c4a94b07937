// SPDX-License-Identifier: Apache-2.0
import { type Ask, call, type Input } from "../../api/operation";
import type { FindingsPage } from "./types";

/** As long as people wait before they would rather see what there is. */
const patienceMilliseconds = 8000;

/**
 * One page of findings. A search among very many gives up early, with a short page and a token: then it goes on from there,
 * until the page is full, there are no more, or it takes too long.
 */
export const searchFindings: Ask<FindingsPage> = async (
  scope,
  input: Input & { MaxResults?: number },
  signal,
) => {
  const end = Date.now() + patienceMilliseconds;
  const wanted = input.MaxResults ?? 0;
  const page = await call<FindingsPage>(scope, "securityhub", "GetFindings", input, signal);
  const found = [...page.Findings];
  let next = page.NextToken;
  while (next !== undefined && found.length < wanted && Date.now() < end) {
    const rest = { ...input, NextToken: next, MaxResults: wanted - found.length };
    const more = await call<FindingsPage>(scope, "securityhub", "GetFindings", rest, signal);
    found.push(...more.Findings);
    next = more.NextToken;
  }
  return { ...page, Findings: found, NextToken: next };
};
