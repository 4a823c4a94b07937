// SPDX-License-Identifier: Apache-2.0
import type { PageRoute } from "../../app/routes";

export const certificateRoutes: readonly PageRoute[] = [
  { path: "certificates", page: async () => (await import("./CertificatesPage")).CertificatesPage },
  { path: "certificates/:id", page: async () => (await import("./CertificatePage")).CertificatePage },
];
