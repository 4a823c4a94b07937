// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.principal.PrincipalRegistry;
import io.fleetward.application.registry.thing.AttachmentPage;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.AttachThingPrincipalRequest;
import io.fleetward.aws.model.iot.AttachThingPrincipalResponse;
import io.fleetward.aws.model.iot.DetachThingPrincipalRequest;
import io.fleetward.aws.model.iot.DetachThingPrincipalResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListPrincipalThingsRequest;
import io.fleetward.aws.model.iot.ListPrincipalThingsResponse;
import io.fleetward.aws.model.iot.ListPrincipalThingsV2Request;
import io.fleetward.aws.model.iot.ListPrincipalThingsV2Response;
import io.fleetward.aws.model.iot.ListThingPrincipalsRequest;
import io.fleetward.aws.model.iot.ListThingPrincipalsResponse;
import io.fleetward.aws.model.iot.ListThingPrincipalsV2Request;
import io.fleetward.aws.model.iot.ListThingPrincipalsV2Response;
import io.fleetward.aws.model.iot.PrincipalThingObject;
import io.fleetward.aws.model.iot.ThingPrincipalObject;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import org.jspecify.annotations.Nullable;

/** Operations that attach certificates to things (iot-core, things). Thread-safe. */
public final class ThingPrincipalOperations implements IotApi {
    private final PrincipalRegistry principals;
    private final PageTokens tokens;

    public ThingPrincipalOperations(PrincipalRegistry principals, PageTokens tokens) {
        this.principals = principals;
        this.tokens = tokens;
    }

    @Override
    public AttachThingPrincipalResponse attachThingPrincipal(AttachThingPrincipalRequest request, CallContext context) {
        AttachmentType type = type(request.thingPrincipalType());
        principals.attach(
                context.scope(),
                new ThingPrincipal(
                        new ThingName(request.thingName()),
                        certificate(context.scope(), request.principal()),
                        type == null ? AttachmentType.NON_EXCLUSIVE_THING : type));
        return new AttachThingPrincipalResponse();
    }

    @Override
    public DetachThingPrincipalResponse detachThingPrincipal(DetachThingPrincipalRequest request, CallContext context) {
        principals.detach(
                context.scope(), new ThingName(request.thingName()), certificate(context.scope(), request.principal()));
        return new DetachThingPrincipalResponse();
    }

    @Override
    public ListThingPrincipalsResponse listThingPrincipals(ListThingPrincipalsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListThingPrincipals", request.thingName());
        var asked = AttachmentPage.all(paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        Page<ThingPrincipal> page = principals.ofThing(context.scope(), new ThingName(request.thingName()), asked);
        return ListThingPrincipalsResponse.builder()
                .principals(page.map(entry -> arn(context, entry)).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListThingPrincipalsV2Response listThingPrincipalsV2(
            ListThingPrincipalsV2Request request, CallContext context) {
        Paging paging =
                tokens.bind(context, "ListThingPrincipalsV2", request.thingName(), request.thingPrincipalType());
        var asked = new AttachmentPage(
                type(request.thingPrincipalType()),
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        Page<ThingPrincipal> page = principals.ofThing(context.scope(), new ThingName(request.thingName()), asked);
        return ListThingPrincipalsV2Response.builder()
                .thingPrincipalObjects(page.map(entry -> ThingPrincipalObject.builder()
                                .principal(arn(context, entry))
                                .thingPrincipalType(entry.type().name())
                                .build())
                        .items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListPrincipalThingsResponse listPrincipalThings(ListPrincipalThingsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListPrincipalThings", request.principal());
        var asked = AttachmentPage.all(paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        Page<ThingPrincipal> page =
                principals.ofCertificate(context.scope(), certificate(context.scope(), request.principal()), asked);
        return ListPrincipalThingsResponse.builder()
                .things(page.map(entry -> entry.thing().value()).items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public ListPrincipalThingsV2Response listPrincipalThingsV2(
            ListPrincipalThingsV2Request request, CallContext context) {
        Paging paging =
                tokens.bind(context, "ListPrincipalThingsV2", request.principal(), request.thingPrincipalType());
        var asked = new AttachmentPage(
                type(request.thingPrincipalType()),
                paging.request(request.maxResults(), ListSizes.DEFAULT, request.nextToken()));
        Page<ThingPrincipal> page =
                principals.ofCertificate(context.scope(), certificate(context.scope(), request.principal()), asked);
        return ListPrincipalThingsV2Response.builder()
                .principalThingObjects(page.map(entry -> PrincipalThingObject.builder()
                                .thingName(entry.thing().value())
                                .thingPrincipalType(entry.type().name())
                                .build())
                        .items())
                .nextToken(paging.token(page))
                .build();
    }

    private static CertificateId certificate(AccountRegion scope, String principal) {
        return RegistryRefusals.certificate(
                scope, principal, "principal must be the ARN of a certificate of this account and region");
    }

    private static @Nullable AttachmentType type(@Nullable String name) {
        return name == null ? null : AttachmentType.valueOf(name);
    }

    private static String arn(CallContext context, ThingPrincipal entry) {
        return entry.certificate().arn(context.scope()).toString();
    }
}
