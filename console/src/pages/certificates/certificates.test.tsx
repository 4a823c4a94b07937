// SPDX-License-Identifier: Apache-2.0
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { showPage } from "../../test/show";
import { CertificatesPage } from "./CertificatesPage";
import { calendar } from "./expiry";

const arn = "arn:aws:iot:us-east-1:000000000000:cert/ab12";
const certificate = { certificateArn: arn, certificateId: "ab12", status: "ACTIVE", creationDate: 1 };

describe("certificates", () => {
  it("are created with a key that is shown once", async () => {
    showPage(CertificatesPage, "certificates", "certificates", {
      "iot/ListCertificates": () => ({ certificates: [certificate] }),
      "fleetward/ListCertificateExpiries": () => ({ certificates: [{ ...certificate, notAfter: 2 }] }),
      "iot/CreateKeysAndCertificate": () => ({
        ...certificate,
        certificatePem: "PEM",
        keyPair: { PublicKey: "public", PrivateKey: "private" },
      }),
    });
    expect(await screen.findByText(/Expired/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Create certificate" }));
    const buttons = await screen.findAllByRole("button", { name: "Create certificate" });
    await userEvent.click(buttons.at(-1) as HTMLElement);
    expect(await screen.findByText("Download the private key now")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Private key" })).toBeTruthy();
  });

  it("stand in the calendar in the month of UTC in which they end", () => {
    const at = (text: string) => ({ ...certificate, notAfter: Date.parse(text) / 1000 });
    const spans = calendar(
      [
        at("2026-01-31T23:59:00Z"),
        at("2026-02-01T00:00:00Z"),
        at("2027-01-01T00:00:00Z"),
        at("2025-01-01T00:00:00Z"),
      ],
      new Date("2026-01-15T12:00:00Z"),
    );
    const counted = spans
      .filter(({ endings }) => endings.length > 0)
      .map(({ id, endings }) => [id, endings.length]);
    expect(counted).toEqual([
      ["expired", 1],
      ["2026-01", 1],
      ["2026-02", 1],
      ["later", 1],
    ]);
  });
});
