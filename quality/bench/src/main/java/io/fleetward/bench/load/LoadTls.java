// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the generator's clients have their certificates. Immutable.
 *
 * @param caFile what they trust
 * @param folder holds {@code N.crt} and {@code N.key} for N from 0, all in PEM
 * @param certificates how many there are; clients take turns
 * @param isRsa whether to insist on a server with an RSA certificate, in TLS 1.2, instead of TLS 1.3
 */
public record LoadTls(Path caFile, Path folder, int certificates, boolean isRsa) {
    List<String> words() {
        return List.of("ca=" + caFile, "folder=" + folder, "certificates=" + certificates, "rsa=" + isRsa);
    }

    static @Nullable LoadTls parse(Map<String, String> given) {
        if (!given.containsKey("ca")) {
            return null;
        }
        return new LoadTls(
                Path.of(LoadOptions.value(given, "ca")),
                Path.of(LoadOptions.value(given, "folder")),
                Integer.parseInt(LoadOptions.value(given, "certificates")),
                Boolean.parseBoolean(LoadOptions.value(given, "rsa")));
    }

    /** The certificate with this number, in PEM. */
    public Path certificateFile(int number) {
        return folder.resolve(number + ".crt");
    }

    /** The private key of the certificate with this number, in PEM. */
    public Path keyFile(int number) {
        return folder.resolve(number + ".key");
    }
}
