// SPDX-License-Identifier: Apache-2.0
/** Which findings an account does not want to be bothered with. Start with Suppressions. */
@NullMarked
package io.fleetward.audit.suppression;

import org.jspecify.annotations.NullMarked;
