// SPDX-License-Identifier: Apache-2.0
/**
 * The predicates of custom audit checks, in the Common Expression Language.
 *
 * <p>Start with CelPredicates. What predicates may name is the domain's business; this is the only package that knows
 * the language's library.
 */
@NullMarked
package io.fleetward.expression;

import org.jspecify.annotations.NullMarked;
