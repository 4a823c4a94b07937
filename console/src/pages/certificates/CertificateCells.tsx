// SPDX-License-Identifier: Apache-2.0
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useOperation } from "../../api/operation";
import { Time } from "../../ui/Time";
import type { CertificateDetails } from "./types";

const soonSeconds = 30 * 86_400;

export const useCertificate = (certificateId: string) =>
  useOperation<{ certificateDescription: CertificateDetails }>(
    "iot",
    "DescribeCertificate",
    { certificateId },
    { live: ["registry"] },
  );

const types: Record<string, StatusIndicatorProps.Type> = {
  ACTIVE: "success",
  INACTIVE: "stopped",
  REVOKED: "error",
  PENDING_TRANSFER: "pending",
  PENDING_ACTIVATION: "pending",
};

/** The status of a certificate, in a word. */
export function StatusWord({ status }: { status: string }) {
  const word = status.charAt(0) + status.slice(1).toLowerCase().replaceAll("_", " ");
  return <StatusIndicator type={types[status] ?? "info"}>{word}</StatusIndicator>;
}

/** The status of a certificate of which only the id is known. */
export function CertificateState({ certificateId }: { certificateId: string }) {
  const { data, error } = useCertificate(certificateId);
  if (error) return error.detail;
  return data ? <StatusWord status={data.certificateDescription.status} /> : "…";
}

/** When a certificate of which only the id is known ends. */
export function CertificateExpiry({ certificateId }: { certificateId: string }) {
  const { data, error } = useCertificate(certificateId);
  if (error) return error.detail;
  return data ? <Expiry at={data.certificateDescription.validity?.notAfter} /> : "…";
}

/** The end of a certificate: as a warning when it is near, as an error when it is past. */
export function Expiry({ at }: { at: number | undefined }) {
  if (at === undefined) return "–";
  const left = at - Date.now() / 1000;
  if (left < 0) {
    return (
      <StatusIndicator type="error">
        Expired <Time at={at} />
      </StatusIndicator>
    );
  }
  if (left < soonSeconds) {
    return (
      <StatusIndicator type="warning">
        <Time at={at} />
      </StatusIndicator>
    );
  }
  return <time>{new Date(at * 1000).toLocaleDateString("en", { dateStyle: "medium" })}</time>;
}
