// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How types of resources, such as {@code AWS::S3::Bucket}, are called in findings, such as {@code AwsS3Bucket}. */
final class ResourceTypes {
    private static final Map<String, String> NAMED = Map.of(
            "AWS::ACM::Certificate", "AwsCertificateManagerCertificate",
            "AWS::ElasticLoadBalancing::LoadBalancer", "AwsElbLoadBalancer",
            "AWS::ElasticLoadBalancingV2::LoadBalancer", "AwsElbv2LoadBalancer",
            "AWS::OpenSearch::Domain", "AwsOpenSearchServiceDomain",
            "AWS::EC2::EIP", "AwsEc2Eip",
            "AWS::::Account", "AwsAccount");

    /** A run of capitals up to the one that begins the next word. */
    private static final Pattern CAPITALS = Pattern.compile("([A-Z])([A-Z]+)(?=[A-Z][a-z]|[^A-Za-z]|$)");

    private ResourceTypes() {}

    static String asff(String type) {
        String named = NAMED.get(type);
        if (named != null) {
            return named;
        }
        return type.startsWith("AWS::")
                ? Arrays.stream(type.split("::", 0)).map(ResourceTypes::word).collect(Collectors.joining())
                : type;
    }

    private static String word(String word) {
        return CAPITALS.matcher(word)
                .replaceAll(run -> run.group(1) + run.group(2).toLowerCase(Locale.ROOT));
    }
}
