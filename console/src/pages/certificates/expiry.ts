// SPDX-License-Identifier: Apache-2.0
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { call } from "../../api/operation";
import type { Problem } from "../../api/problem";
import { useScope } from "../../session/scope";
import type { Certificate, CertificateDetails } from "./types";

export interface Ending {
  certificate: Certificate;
  /** Epoch seconds. */
  at: number;
}

/** One place of the calendar: a month, or all that ended before or ends after the months shown. */
export interface Span {
  id: string;
  label: string;
  endings: Ending[];
}

/** How many certificates are looked at; each needs a request of its own. */
export const lookedAt = 500;
const atOnce = 8;
const months = 12;

/** When each of the certificates ends. */
export function useEndings(
  certificates: readonly Certificate[] | undefined,
): UseQueryResult<Ending[], Problem> {
  const scope = useScope();
  const all = certificates?.slice(0, lookedAt) ?? [];
  return useQuery<Ending[], Problem>({
    queryKey: [scope.account, scope.region, "endings", all.map(({ certificateId }) => certificateId)],
    enabled: certificates !== undefined,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const endings: Ending[] = [];
      const rest = [...all];
      const worker = async () => {
        for (let next = rest.pop(); next; next = rest.pop()) {
          const { certificateDescription } = await call<{ certificateDescription: CertificateDetails }>(
            scope,
            "iot",
            "DescribeCertificate",
            { certificateId: next.certificateId },
            signal,
          );
          const at = certificateDescription.validity?.notAfter;
          if (at !== undefined) endings.push({ certificate: next, at });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      return endings.sort((a, b) => a.at - b.at);
    },
  });
}

/** The endings by month: what has expired, the next twelve months, and later. */
export function calendar(endings: readonly Ending[], now: Date): Span[] {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const monthOf = (at: number) => {
    const date = new Date(at * 1000);
    return (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
  };
  const expired = endings.filter(({ at }) => at * 1000 <= now.getTime());
  const coming = endings.filter(({ at }) => at * 1000 > now.getTime());
  const spans: Span[] = [{ id: "expired", label: "Expired", endings: expired }];
  for (let month = 0; month < months; month++) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
    spans.push({
      id: date.toISOString().slice(0, 7),
      label: date.toLocaleDateString("en", { month: "short", year: "numeric", timeZone: "UTC" }),
      endings: coming.filter(({ at }) => monthOf(at) === month),
    });
  }
  spans.push({ id: "later", label: "Later", endings: coming.filter(({ at }) => monthOf(at) >= months) });
  return spans;
}
