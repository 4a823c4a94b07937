// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.view.ViewAdministration;
import io.fleetward.aws.model.fleetward.DeleteViewRequest;
import io.fleetward.aws.model.fleetward.DeleteViewResponse;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListViewsRequest;
import io.fleetward.aws.model.fleetward.ListViewsResponse;
import io.fleetward.aws.model.fleetward.PutViewRequest;
import io.fleetward.aws.model.fleetward.PutViewResponse;
import io.fleetward.aws.model.fleetward.SavedView;

/** Views of the console's pages, one's own and shared ones. Thread-safe. */
public final class ViewOperations implements FleetwardApi {
    private final ViewAdministration views;

    public ViewOperations(ViewAdministration views) {
        this.views = views;
    }

    @Override
    public PutViewResponse putView(PutViewRequest request, CallContext context) {
        boolean isShared = Boolean.TRUE.equals(request.shared());
        var saved = views.put(context, request.page(), request.viewName(), request.state(), isShared);
        return PutViewResponse.builder().view(shown(saved, context)).build();
    }

    @Override
    public ListViewsResponse listViews(ListViewsRequest request, CallContext context) {
        return ListViewsResponse.builder()
                .views(views.list(context, request.page()).stream()
                        .map(view -> shown(view, context))
                        .toList())
                .build();
    }

    @Override
    public DeleteViewResponse deleteView(DeleteViewRequest request, CallContext context) {
        views.delete(context, request.page(), request.viewName());
        return new DeleteViewResponse();
    }

    private static SavedView shown(io.fleetward.application.view.SavedView view, CallContext context) {
        return SavedView.builder()
                .page(view.page())
                .viewName(view.name())
                .state(view.state())
                .shared(view.isShared())
                .owner(view.owner())
                .own(view.owner().equals(context.caller().arn()))
                .lastModifiedDate(view.changedAt())
                .build();
    }
}
