// SPDX-License-Identifier: Apache-2.0
import { Page } from "../../ui/Page";

export function OverviewPage() {
  return <Page title="Overview">…</Page>;
}
