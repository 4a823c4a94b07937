// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.detect.learned.TrainingSummaries;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.BehaviorModelVersion;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListBehaviorModelVersionsRequest;
import io.fleetward.aws.model.fleetward.ListBehaviorModelVersionsResponse;
import io.fleetward.detect.training.ModelVersion;

/** What models of learned behaviors were learned from. Thread-safe. */
public final class BehaviorModelOperations implements FleetwardApi {
    private final TrainingSummaries summaries;

    public BehaviorModelOperations(TrainingSummaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public ListBehaviorModelVersionsResponse listBehaviorModelVersions(
            ListBehaviorModelVersionsRequest request, CallContext context) {
        return new ListBehaviorModelVersionsResponse(
                summaries.versions(context.scope(), request.securityProfileName(), request.behaviorName()).stream()
                        .map(kept -> shown(kept.version())
                                .securityProfileTargetArn(
                                        kept.target().arn(context.scope()).toString())
                                .build())
                        .toList());
    }

    private static BehaviorModelVersion.Builder shown(ModelVersion version) {
        return BehaviorModelVersion.builder()
                .version(version.version())
                .trainedAt(version.trainedAt())
                .earliestDatapoint(version.from())
                .latestDatapoint(version.to())
                .datapointsCount(version.points())
                .devicesCount(version.devices())
                .excludedDatapointsCount(version.excluded())
                .dataHash(version.dataHash());
    }
}
