// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns about an aws CLI that does not know {@code AWS_ENDPOINT_URL} and would talk to AWS itself. */
final class AwsCliVersion {
    private static final Pattern VERSION = Pattern.compile("aws-cli/([0-9]{1,4})\\.([0-9]{1,4})");
    private static final int FIRST_MINOR_OF_1 = 29;
    private static final int FIRST_MINOR_OF_2 = 13;
    private static final long PATIENCE_SECONDS = 5;

    private AwsCliVersion() {}

    static void warnIfTooOld(PrintWriter err) throws InterruptedException {
        String version = installed();
        if (!version.isEmpty() && isTooOld(version)) {
            err.println("fleetward: warning: " + version + " ignores AWS_ENDPOINT_URL; use 1.29, 2.13 or later, or pass"
                    + " --endpoint-url \"$AWS_ENDPOINT_URL\"");
            err.flush();
        }
    }

    static boolean isTooOld(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        return major < 1 || (major == 1 && minor < FIRST_MINOR_OF_1) || (major == 2 && minor < FIRST_MINOR_OF_2);
    }

    /** What the aws CLI on the path calls itself; empty when there is none. */
    private static String installed() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("aws", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.strip().split(" ", 2)[0];
        } catch (IOException absent) {
            return "";
        }
    }
}
