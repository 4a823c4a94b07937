// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.view;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;

/**
 * How somebody looks at a page: filters, columns, order, whatever the page makes of it. Immutable.
 *
 * @param page for example {@code findings}
 * @param owner ARN of whoever saved it
 * @param state in the page's own words
 * @param isShared whether everybody in the account and region has it
 */
public record SavedView(
        AccountRegion scope,
        String page,
        String name,
        String owner,
        String state,
        boolean isShared,
        Instant changedAt) {}
