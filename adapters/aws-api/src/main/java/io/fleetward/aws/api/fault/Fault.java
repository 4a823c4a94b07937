// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fault;

/** What the engine itself refuses a request for; {@link FaultCodes} names it in the vocabulary of each service. */
public enum Fault {
    /** No signature at all. */
    MISSING_SIGNATURE,
    /** A signature that lacks a part. */
    INCOMPLETE_SIGNATURE,
    /** An access key or session token nobody knows. */
    UNKNOWN_KEY,
    /** A signature that is wrong, too old, or leaves out what must be signed. */
    INVALID_SIGNATURE,
    /** The role of the caller does not cover the operation. */
    ACCESS_DENIED,
    /** No operation has this route, target or name. */
    UNKNOWN_OPERATION,
    /** The operation is in the service model and is not built. */
    NOT_IMPLEMENTED,
    /** The URI is not percent-encoded UTF-8 or too long. */
    MALFORMED_URI,
    /** The body is not what the protocol calls for. */
    MALFORMED_BODY,
    /** The body is larger than the service takes. */
    TOO_LARGE,
    /** A queue is full; the same request may succeed a moment later. */
    THROTTLED,
    /** Something beyond this process failed for now. */
    UNAVAILABLE,
    /** A bug or a broken store; the details are in the log. */
    INTERNAL
}
