// SPDX-License-Identifier: Apache-2.0
/** Page tokens: the opaque, tamper-evident form of the keysets the use cases page by. */
@NullMarked
package io.fleetward.aws.api.page;

import org.jspecify.annotations.NullMarked;
