// SPDX-License-Identifier: Apache-2.0
/**
 * Checks that an account writes itself: a predicate over the facts of one kind of resource, and what to say about those
 * for which it holds (audit, beyond AWS).
 *
 * <p>Start with CustomCheck. SubjectType lists the facts that predicates may name, CheckTemplates those checks that come
 * with the product. The language itself is behind PredicateLanguage; CustomAuditCheck, in {@code check}, runs it.
 */
@NullMarked
package io.fleetward.audit.custom;

import org.jspecify.annotations.NullMarked;
