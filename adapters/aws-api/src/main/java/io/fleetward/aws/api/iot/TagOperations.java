// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListTagsForResourceRequest;
import io.fleetward.aws.model.iot.ListTagsForResourceResponse;
import io.fleetward.aws.model.iot.Tag;
import io.fleetward.aws.model.iot.TagResourceRequest;
import io.fleetward.aws.model.iot.TagResourceResponse;
import io.fleetward.aws.model.iot.UntagResourceRequest;
import io.fleetward.aws.model.iot.UntagResourceResponse;
import io.fleetward.kernel.Page;
import java.util.Map;

/** Operations on the tags of any taggable resource (iot-core, names, values, limits). Thread-safe. */
public final class TagOperations implements IotApi {
    /** More than a resource can have: the list needs one page only. */
    private static final int PAGE_SIZE = 100;

    private final TagRegistry tags;
    private final PageTokens tokens;

    public TagOperations(TagRegistry tags, PageTokens tokens) {
        this.tags = tags;
        this.tokens = tokens;
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request, CallContext context) {
        tags.tag(context.scope(), request.resourceArn(), RequestTags.of(request.tags()));
        return new TagResourceResponse();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request, CallContext context) {
        tags.untag(context.scope(), request.resourceArn(), request.tagKeys());
        return new UntagResourceResponse();
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListTagsForResource", request.resourceArn());
        Page<Map.Entry<String, String>> page =
                tags.list(context.scope(), request.resourceArn(), paging.request(null, PAGE_SIZE, request.nextToken()));
        return new ListTagsForResourceResponse(
                page.map(tag -> new Tag(tag.getKey(), tag.getValue())).items(), paging.token(page));
    }
}
