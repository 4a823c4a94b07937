// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

/**
 * When a correlation's finding is archived. A cause ends when it is archived, resolved or suppressed, or no longer
 * passes the filters of its part. The constants' names are the wire names.
 */
public enum EndsWhen {
    /** As soon as what still lasts no longer fulfils the rule; only what lasts can fulfil it. */
    ANY_CAUSE_ENDS,
    /** Once nothing lasts any more; what has ended may still fulfil the rule together with what lasts. */
    ALL_CAUSES_END,
    /** Never: it tells what happened, and stays until somebody archives it. */
    NEVER
}
