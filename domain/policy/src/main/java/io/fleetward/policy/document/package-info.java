/**
 * A policy document as a tree of records, and the parser that builds it and says where a malformed one is wrong.
 *
 * <p>Main type: {@link io.fleetward.policy.document.PolicyDocument}. The tree is also the compiled form: its patterns
 * and conditions are ready to be asked.
 */
@NullMarked
package io.fleetward.policy.document;

import org.jspecify.annotations.NullMarked;
