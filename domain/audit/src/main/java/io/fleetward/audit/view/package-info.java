// SPDX-License-Identifier: Apache-2.0
/**
 * What a check may know: an immutable view of one account's configuration, reduced to the facts that checks judge.
 *
 * <p>Start with RegistryView. Reading the registry and parsing certificates happen before, outside the domain.
 */
@NullMarked
package io.fleetward.audit.view;

import org.jspecify.annotations.NullMarked;
