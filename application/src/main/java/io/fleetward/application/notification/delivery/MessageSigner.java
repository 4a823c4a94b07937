// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.SignatureVersion;

/** Signs messages by the RSA key of a certificate that everybody can fetch. Thread-safe. */
public interface MessageSigner {
    /** The signature of the text in Base64. */
    String sign(String text, SignatureVersion version);

    /** The file name under which the server shows the certificate; another certificate has another name. */
    String certificateName();
}
