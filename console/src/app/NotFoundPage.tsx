// SPDX-License-Identifier: Apache-2.0
import { Link } from "../ui/Link";
import { Page } from "../ui/Page";

export function NotFoundPage() {
  return (
    <Page title="No such page">
      Nothing is shown at this address. Go to the <Link to="/overview">overview</Link>.
    </Page>
  );
}
