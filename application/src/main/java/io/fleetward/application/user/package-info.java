// SPDX-License-Identifier: Apache-2.0
/**
 * The people who sign in: their passwords, their sessions, and what locks them out.
 *
 * <p>Start with {@code SignIn}; {@code Sessions} says who a request comes from.
 */
@NullMarked
package io.fleetward.application.user;

import org.jspecify.annotations.NullMarked;
