// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.view.InMemorySavedViews;
import io.fleetward.application.view.ViewAdministration;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import org.junit.jupiter.api.Test;

/** Saved views, over the wire. */
class ViewOperationsTest {
    private final ApiHarness api = ApiHarness.of(
            new ViewOperations(new ViewAdministration(new InMemoryTransactions(), new InMemorySavedViews())));

    @Test
    void savesListsAndDeletesViews() {
        Answer saved = call("PutView", "{'page':'findings','viewName':'Open','state':'{}','shared':true}");
        String shown = "{\"page\":\"findings\",\"viewName\":\"Open\",\"state\":\"{}\",\"shared\":true,"
                + "\"owner\":\"arn:aws:iam::000000000000:user/administrator\",\"own\":true,"
                + "\"lastModifiedDate\":1780272000}";
        assertThat(saved.body()).isEqualTo("{\"view\":" + shown + "}");
        call("PutView", "{'page':'devices','viewName':'Mine','state':'{}'}");

        assertThat(call("ListViews", "{'page':'findings'}").body()).isEqualTo("{\"views\":[" + shown + "]}");
        assertThat(call("ListViews", "{}").json().path("views")).hasSize(2);
        call("DeleteView", "{'page':'findings','viewName':'Open'}");
        call("DeleteView", "{'page':'findings','viewName':'Open'}");
        assertThat(call("ListViews", "{}").json().path("views")).hasSize(1);
    }

    @Test
    void letsEverybodyLookAtSharedOnesAndChangeHisOwnAlone() {
        call("PutView", "{'page':'findings','viewName':'Shared','state':'a','shared':true}");
        call("PutView", "{'page':'findings','viewName':'Own','state':'a'}");
        api.as(Role.READ_ONLY);

        assertThat(call("ListViews", "{}").json().path("views")).hasSize(1);
        assertThat(call("ListViews", "{}").json().at("/views/0/own").asBoolean())
                .isFalse();
        call("DeleteView", "{'page':'findings','viewName':'Shared'}");
        assertThat(call("PutView", "{'page':'findings','viewName':'Shared','state':'b'}")
                        .status())
                .isEqualTo(200);
        assertThat(call("ListViews", "{}").json().path("views")).hasSize(2);
        api.as(Role.ADMINISTRATOR);
        assertThat(call("ListViews", "{}").body()).contains("\"state\":\"a\"").doesNotContain("\"state\":\"b\"");
    }

    @Test
    void isBounded() {
        for (int i = 0; i < ViewAdministration.MOST_OF_OWNER; i++) {
            assertThat(call("PutView", "{'page':'p','viewName':'v" + i + "','state':'{}'}")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(call("PutView", "{'page':'p','viewName':'more','state':'{}'}")
                        .errorCode())
                .isEqualTo("LimitExceededException");
        assertThat(call("PutView", "{'page':'p','viewName':'v0','state':'new'}").status())
                .isEqualTo(200);
        String tooLong = "{'page':'p','viewName':'v0','state':'" + "a".repeat(4_097) + "'}";
        assertThat(call("PutView", tooLong).errorCode()).isEqualTo("InvalidRequestException");
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.FLEETWARD, operation, members);
    }
}
