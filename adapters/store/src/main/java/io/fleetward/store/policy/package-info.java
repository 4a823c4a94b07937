/** Policies, their versions and attachments in SQL. */
@NullMarked
package io.fleetward.store.policy;

import org.jspecify.annotations.NullMarked;
