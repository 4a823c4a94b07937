// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import io.fleetward.hub.standard.Standard.Form;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of standards.
 *
 * <p>Deviation: those of AWS are about resources of its cloud, which nobody can judge here. They are listed, because
 * clients look for them, but cannot be enabled and have no controls.
 */
public final class Standards {
    /** The product's own standard. */
    public static final Standard IOT_DEVICE_SECURITY = new Standard(
            Form.STANDARDS,
            "iot-device-security/v/1.0.0",
            "IoT Device Security v1.0.0",
            "Checks of AWS IoT Device Defender Audit, and the tags of the resources that protect devices.",
            true);

    private static final List<Standard> ALL = List.of(
            foreign(
                    "aws-foundational-security-best-practices/v/1.0.0",
                    "AWS Foundational Security Best Practices v1.0.0"),
            foreign("aws-resource-tagging-standard/v/1.0.0", "AWS Resource Tagging Standard v1.0.0"),
            new Standard(
                    Form.RULESET,
                    "cis-aws-foundations-benchmark/v/1.2.0",
                    "CIS AWS Foundations Benchmark v1.2.0",
                    notHere(),
                    false),
            foreign("cis-aws-foundations-benchmark/v/1.4.0", "CIS AWS Foundations Benchmark v1.4.0"),
            foreign("cis-aws-foundations-benchmark/v/3.0.0", "CIS AWS Foundations Benchmark v3.0.0"),
            IOT_DEVICE_SECURITY,
            foreign("nist-800-171/v/2.0.0", "NIST Special Publication 800-171 Revision 2"),
            foreign("nist-800-53/v/5.0.0", "NIST Special Publication 800-53 Revision 5"),
            foreign("pci-dss/v/3.2.1", "PCI DSS v3.2.1"),
            foreign("pci-dss/v/4.0.1", "PCI DSS v4.0.1"),
            foreign("service-managed-aws-control-tower/v/1.0.0", "Service-Managed Standard: AWS Control Tower"));

    private Standards() {}

    /** Every standard, by path. */
    public static List<Standard> all() {
        return ALL;
    }

    /** The standard of this path, null when there is none. */
    public static @Nullable Standard find(String path) {
        return first(standard -> standard.path().equals(path));
    }

    /** The standard that has this ARN in the region, null when none has. */
    public static @Nullable Standard findByArn(Region region, String arn) {
        return first(standard -> standard.arn(region).equals(arn));
    }

    /** The standard that the account's subscription of this ARN is to, null when there is none. */
    public static @Nullable Standard findBySubscription(AccountRegion scope, String arn) {
        return first(standard -> standard.subscriptionArn(scope).equals(arn));
    }

    private static @Nullable Standard first(Predicate<Standard> wanted) {
        return ALL.stream().filter(wanted).findFirst().orElse(null);
    }

    private static Standard foreign(String path, String name) {
        return new Standard(Form.STANDARDS, path, name, notHere(), false);
    }

    private static String notHere() {
        return "About resources of the AWS cloud; not evaluated here.";
    }
}
