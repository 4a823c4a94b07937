// SPDX-License-Identifier: Apache-2.0
import { useList } from "../../api/operation";

/** When a certificate of a device ends, in epoch seconds. */
export interface Ending {
  certificateId: string;
  status: string;
  notAfter: number;
}

/** One place of the calendar: a month, or all that ended before or ends after the months shown. */
export interface Span {
  id: string;
  label: string;
  endings: Ending[];
}

const lookedAt = 10_000;
const months = 12;

/** When each certificate of a device ends. */
export const useEndings = () =>
  useList<Ending>(
    "fleetward",
    "ListCertificateExpiries",
    "certificates",
    { maxResults: 250 },
    { live: ["registry"], atMost: lookedAt },
  );

/** The endings by month: what has expired, the next twelve months, and later. */
export function calendar(endings: readonly Ending[], now: Date): Span[] {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const monthOf = (at: number) => {
    const date = new Date(at * 1000);
    return (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
  };
  const expired = endings.filter(({ notAfter }) => notAfter * 1000 <= now.getTime());
  const coming = endings.filter(({ notAfter }) => notAfter * 1000 > now.getTime());
  const spans: Span[] = [{ id: "expired", label: "Expired", endings: expired }];
  for (let month = 0; month < months; month++) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
    spans.push({
      id: date.toISOString().slice(0, 7),
      label: date.toLocaleDateString("en", { month: "short", year: "numeric", timeZone: "UTC" }),
      endings: coming.filter(({ notAfter }) => monthOf(notAfter) === month),
    });
  }
  spans.push({
    id: "later",
    label: "Later",
    endings: coming.filter(({ notAfter }) => monthOf(notAfter) >= months),
  });
  return spans;
}
