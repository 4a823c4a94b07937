// SPDX-License-Identifier: Apache-2.0
/** The pages of the console, which another module packs. */
@NullMarked
package io.fleetward.console.files;

import org.jspecify.annotations.NullMarked;
