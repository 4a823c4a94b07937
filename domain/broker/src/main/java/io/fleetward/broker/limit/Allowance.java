// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.limit;

/**
 * A token bucket: so much may be taken at once, and what was taken grows back at a fixed rate. Immutable.
 *
 * @param perSecond how much grows back in a second; 0 is no limit
 * @param most the most there ever is
 * @param milliTokens what is left, in thousandths; negative after {@link #spend} took more than there was
 * @param at when that was so, in milliseconds since the epoch
 */
public record Allowance(int perSecond, int most, long milliTokens, long at) {
    /** A full bucket for what comes in a second. */
    public static Allowance full(int perSecond, long now) {
        return full(perSecond, perSecond, now);
    }

    /** A full bucket. */
    public static Allowance full(int perSecond, int most, long now) {
        return new Allowance(perSecond, most, 1_000L * most, now);
    }

    /** Whether anything is left at this time. */
    public boolean hasAny(long now) {
        return perSecond == 0 || level(now) >= 1_000;
    }

    /** The bucket after taking the amount, into debt if need be. */
    public Allowance spend(int amount, long now) {
        return perSecond == 0 ? this : new Allowance(perSecond, most, level(now) - 1_000L * amount, Math.max(at, now));
    }

    /** Milliseconds from now until something is left again; 0 when it is now. */
    public long delay(long now) {
        long missing = perSecond == 0 ? 0 : 1_000 - level(now);
        return missing <= 0 ? 0 : Math.ceilDiv(missing, perSecond);
    }

    private long level(long now) {
        return Math.min(1_000L * most, milliTokens + Math.max(0, now - at) * perSecond);
    }
}
