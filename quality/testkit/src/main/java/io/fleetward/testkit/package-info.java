// SPDX-License-Identifier: Apache-2.0
/** What tests of every module share: a clock they turn themselves and generators with a printed seed. */
@NullMarked
package io.fleetward.testkit;

import org.jspecify.annotations.NullMarked;
