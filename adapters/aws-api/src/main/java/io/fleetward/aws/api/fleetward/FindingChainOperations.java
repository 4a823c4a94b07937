// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.chain.FindingChain;
import io.fleetward.application.chain.FindingChains;
import io.fleetward.application.hub.FindingIdentifier;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.ChainLink;
import io.fleetward.aws.model.fleetward.DescribeFindingChainRequest;
import io.fleetward.aws.model.fleetward.DescribeFindingChainResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;

/** Why a finding is there and what came of it. Thread-safe. */
public final class FindingChainOperations implements FleetwardApi {
    private final FindingChains chains;

    public FindingChainOperations(FindingChains chains) {
        this.chains = chains;
    }

    @Override
    public DescribeFindingChainResponse describeFindingChain(DescribeFindingChainRequest request, CallContext context) {
        FindingChain chain = chains.describe(context, new FindingIdentifier(request.id(), request.productArn()));
        return DescribeFindingChainResponse.builder()
                .links(chain.links().stream()
                        .map(link -> ChainLink.builder()
                                .kind(link.kind().name())
                                .time(link.time())
                                .summary(link.summary())
                                .identifiers(link.identifiers())
                                .build())
                        .toList())
                .isComplete(chain.isComplete())
                .missing(chain.missing())
                .build();
    }
}
