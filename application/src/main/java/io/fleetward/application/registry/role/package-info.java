// SPDX-License-Identifier: Apache-2.0
/** Use cases on role aliases. Start with RoleAliasRegistry; credentials are not handed out here. */
@NullMarked
package io.fleetward.application.registry.role;

import org.jspecify.annotations.NullMarked;
