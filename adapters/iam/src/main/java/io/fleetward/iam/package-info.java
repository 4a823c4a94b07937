// SPDX-License-Identifier: Apache-2.0
/**
 * IAM roles and identity pools from files that were exported from AWS.
 *
 * <p>Start with FolderRoleImports, which describes the files. What the roles' policies allow is not found out here.
 */
@NullMarked
package io.fleetward.iam;

import org.jspecify.annotations.NullMarked;
