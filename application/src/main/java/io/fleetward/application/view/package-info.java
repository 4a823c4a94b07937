// SPDX-License-Identifier: Apache-2.0
/** What people keep of the console's pages: views, their own and those they share. */
@NullMarked
package io.fleetward.application.view;

import org.jspecify.annotations.NullMarked;
