// SPDX-License-Identifier: Apache-2.0
/** IoT policies: parse a document, decide a request, explain the decision. Start with PolicyEngine. */
@NullMarked
package io.fleetward.policy;

import org.jspecify.annotations.NullMarked;
