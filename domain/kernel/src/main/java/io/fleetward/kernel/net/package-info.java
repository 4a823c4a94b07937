// SPDX-License-Identifier: Apache-2.0
/** Internet addresses and sets of CIDR blocks; the only package that uses the address library. */
@NullMarked
package io.fleetward.kernel.net;

import org.jspecify.annotations.NullMarked;
