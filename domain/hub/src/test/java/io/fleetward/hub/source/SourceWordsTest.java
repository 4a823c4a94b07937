// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Types, names and times that services write in their own way. */
class SourceWordsTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @CsvSource({
        "Backdoor:EC2/C&CActivity.B!DNS, TTPs/Command and Control/Backdoor:EC2-C&CActivity.B!DNS",
        "Trojan:EC2/DNSDataExfiltration, TTPs/Command and Control/Trojan:EC2-DNSDataExfiltration",
        "CryptoCurrency:EC2/BitcoinTool.B, TTPs/Command and Control/CryptoCurrency:EC2-BitcoinTool.B",
        "Trojan:EC2/DriveBySourceTraffic!DNS, TTPs/Initial Access/Trojan:EC2-DriveBySourceTraffic!DNS",
        "UnauthorizedAccess:EC2/RDPBruteForce, TTPs/Initial Access/UnauthorizedAccess:EC2-RDPBruteForce",
        "Trojan:EC2/DropPoint!DNS, Effects/Data Exfiltration/Trojan:EC2-DropPoint!DNS",
        "UnauthorizedAccess:EC2/TorRelay, Effects/Resource Consumption/UnauthorizedAccess:EC2-TorRelay",
        "UnauthorizedAccess:IAMUser/TorIPCaller, TTPs/Command and Control/UnauthorizedAccess:IAMUser-TorIPCaller",
        "UnauthorizedAccess:IAMUser/ConsoleLogin, Unusual Behaviors/User/UnauthorizedAccess:IAMUser-ConsoleLogin",
        "ResourceConsumption:IAMUser/ComputeResources, Unusual Behaviors/User/ResourceConsumption:IAMUser-ComputeResources",
        "UnauthorizedAccess:EC2/MetadataDNSRebind, TTPs/UnauthorizedAccess:EC2-MetadataDNSRebind",
        "Behavior:EC2/NetworkPortUnusual, Unusual Behaviors/VM/Behavior:EC2-NetworkPortUnusual",
        "Recon:EC2/Portscan, TTPs/Discovery/Recon:EC2-Portscan",
        "Persistence:IAMUser/NetworkPermissions, TTPs/Persistence/Persistence:IAMUser-NetworkPermissions",
        "PrivilegeEscalation:IAMUser/AdministrativePermissions, TTPs/Privilege Escalation/PrivilegeEscalation:IAMUser-AdministrativePermissions",
        "Stealth:S3/ServerAccessLoggingDisabled, TTPs/Defense Evasion/Stealth:S3-ServerAccessLoggingDisabled",
        "Impact:EC2/PortSweep, TTPs/Impact/Impact:EC2-PortSweep",
        "Impact:S3/MaliciousIPCaller, TTPs/Impact:S3-MaliciousIPCaller",
        "PenTest:S3/KaliLinux, TTPs/PenTest:S3-KaliLinux",
        "PenTest:IAMUser/KaliLinux, TTPs/PenTest:IAMUser/KaliLinux",
        "Policy:S3/BucketBlockPublicAccessDisabled, Effects/Data Exposure/Policy:S3-BucketBlockPublicAccessDisabled",
        "Policy:IAMUser/RootCredentialUsage, TTPs/Policy:IAMUser-RootCredentialUsage",
        "[SAMPLE] Recon:EC2/Portscan, TTPs/Discovery/Recon:EC2-Portscan",
        "AttackSequence:EKS/CompromisedCluster, TTPs/AttackSequence:EKS-CompromisedCluster"
    })
    void sortsTypesOfGuardDutyIntoTheTaxonomy(String nativeType, String type) {
        assertThat(GuardDutyTypes.asff(nativeType)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::S3::Bucket, AwsS3Bucket",
        "AWS::EC2::Instance, AwsEc2Instance",
        "AWS::EC2::VPC, AwsEc2Vpc",
        "AWS::RDS::DBInstance, AwsRdsDbInstance",
        "AWS::DynamoDB::Table, AwsDynamoDbTable",
        "AWS::ACM::Certificate, AwsCertificateManagerCertificate",
        "AWS::ElasticLoadBalancingV2::LoadBalancer, AwsElbv2LoadBalancer",
        "AwsIotPolicy, AwsIotPolicy"
    })
    void callsResourcesAsFindingsDo(String type, String asff) {
        assertThat(ResourceTypes.asff(type)).isEqualTo(asff);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01T10:00:00.123456+00:00 | 2026-03-01T10:00:00.123456+00:00",
                "Mar 1, 2026, 9:55:23 PM | 2026-03-01T21:55:23.000Z",
                "Sun, 1 Mar 2026 10:00:00 GMT | 2026-03-01T10:00:00.000Z",
                "yesterday |",
                "AM |"
            })
    void readsTimes(String text, String expected) {
        assertThat(SourceTime.text(JSON.stringNode(text))).isEqualTo(expected);
    }

    @Test
    void readsSecondsAndMilliseconds() {
        assertThat(SourceTime.text(JSON.numberNode(1772359200.5))).isEqualTo("2026-03-01T10:00:00.500Z");
        assertThat(SourceTime.text(JSON.numberNode(1772359200500L))).isEqualTo("2026-03-01T10:00:00.500Z");
        assertThat(SourceTime.text(JSON.numberNode(-1))).isNull();
        assertThat(SourceTime.text(JSON.numberNode(1e300))).isNull();
        assertThat(SourceTime.text(JSON.missingNode())).isNull();
    }

    @Test
    void linksIntoTheConsoleOfThePartition() {
        assertThat(Consoles.of("aws-cn", "cn-north-1")).isEqualTo("https://cn-north-1.console.amazonaws.cn");
        assertThat(Consoles.of("aws-us-gov", "us-gov-west-1"))
                .isEqualTo("https://us-gov-west-1.console.amazonaws-us-gov.com");
    }
}
