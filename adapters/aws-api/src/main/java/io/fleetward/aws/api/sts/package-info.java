// SPDX-License-Identifier: Apache-2.0
/** Who a caller is: translation between records of the {@code sts} model and use cases. */
@NullMarked
package io.fleetward.aws.api.sts;

import org.jspecify.annotations.NullMarked;
