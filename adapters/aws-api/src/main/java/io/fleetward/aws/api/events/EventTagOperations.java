// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.rule.EventTags;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.ListTagsForResourceRequest;
import io.fleetward.aws.model.events.ListTagsForResourceResponse;
import io.fleetward.aws.model.events.Tag;
import io.fleetward.aws.model.events.TagResourceRequest;
import io.fleetward.aws.model.events.TagResourceResponse;
import io.fleetward.aws.model.events.UntagResourceRequest;
import io.fleetward.aws.model.events.UntagResourceResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags of rules and event buses. Thread-safe. */
public final class EventTagOperations implements EventsApi {
    private final EventTags tags;

    public EventTagOperations(EventTags tags) {
        this.tags = tags;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request, CallContext context) {
        tags.tag(context.scope(), request.resourceARN(), tags(request.tags()));
        return new TagResourceResponse();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request, CallContext context) {
        tags.untag(context.scope(), request.resourceARN(), request.tagKeys());
        return new UntagResourceResponse();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request, CallContext context) {
        List<Tag> all = tags.list(context.scope(), request.resourceARN()).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return ListTagsForResourceResponse.builder().tags(all).build();
    }

    static Map<String, String> tags(@Nullable List<Tag> tags) {
        var byKey = new LinkedHashMap<String, String>();
        if (tags != null) {
            tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
        }
        return byKey;
    }
}
