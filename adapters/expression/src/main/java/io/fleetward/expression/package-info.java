// SPDX-License-Identifier: Apache-2.0
/**
 * The predicates of custom audit checks, in the Common Expression Language, and the patterns of event buses.
 *
 * <p>Start with CelPredicates and RulerPatterns. What predicates may name is the domain's business; this is the only
 * package that knows the libraries of both languages.
 */
@NullMarked
package io.fleetward.expression;

import org.jspecify.annotations.NullMarked;
