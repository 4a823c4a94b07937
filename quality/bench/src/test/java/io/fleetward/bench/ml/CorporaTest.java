// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files in the public layouts. */
class CorporaTest {
    private static final String IOT_23 = """
        ts,uid,id.orig_h,id.orig_p,id.resp_h,id.resp_p,proto,service,duration,orig_bytes,resp_bytes,conn_state,orig_pkts,orig_ip_bytes,resp_pkts,resp_ip_bytes,label,detailed-label
        1000.5,a,10.0.0.2,1,10.0.0.1,53,udp,dns,1,1,1,SF,2,100,2,200,Benign,-
        100.5,b,10.0.0.2,1,10.0.0.1,53,udp,dns,1,1,1,SF,1,50,,,benign,-
        1100.5,c,10.0.0.2,1,8.8.8.8,80,tcp,-,1,1,1,S0,3,180,0,0,Malicious,C&C
        1100.5,d,10.0.0.3,1,8.8.8.8,80,tcp,-,1,1,1,S0,3,180,0,0,Malicious,C&C
        """;

    @TempDir
    Path folder;

    @Test
    void readsSeriesAndWindows() throws IOException {
        write("labels/combined_windows.json", """
            {"x/a.csv": [["2014-01-01 00:05:00.000000", "2014-01-01 00:10:00.000000"]], "x/absent.csv": []}
            """);
        write("data/x/a.csv", """
            timestamp,value
            2014-01-01 00:00:00,1.5
            2014-01-01 00:05:00,2
            2014-01-01 00:10:00,3
            """);
        assertThat(NabCorpus.isAt(folder)).isTrue();
        assertThat(NabCorpus.read(folder)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("x/a.csv");
            assertThat(file.values()).containsExactly(1.5, 2, 3);
            assertThat(file.windows()).containsExactly(new NabFile.Window(1, 2));
        });
    }

    @Test
    void countsConnectionsOfTheBusiestDeviceInWindowsWithAndWithoutTheMaliciousOnes() throws IOException {
        write("capture.csv", IOT_23);
        FeatureTable table = Iot23.read(folder.resolve("capture.csv"));
        assertThat(table.rows()).hasSize(2);
        FeatureTable.Row first = table.rows().getFirst();
        FeatureTable.Row last = table.rows().getLast();
        assertThat(first.isTraining()).isTrue();
        assertThat(first.normal()).containsExactly(1, 1, 50, 0, 0, 1, 1, 0);
        assertThat(first.attacked()).isNull();
        assertThat(last.isTraining()).isFalse();
        assertThat(last.time()).isEqualTo(1_200_000);
        assertThat(last.normal()).containsExactly(1, 2, 100, 2, 200, 1, 1, 0);
        assertThat(last.attacked()).containsExactly(2, 5, 280, 2, 200, 2, 2, 1);
    }

    @Test
    void takesHalfOfTheNormalFlowsForTraining() throws IOException {
        write("flows.csv", """
            Flow_ID,Src_IP,Tot,Len,Label
            1,1,5,0.5,0
            1,1,50,5,1
            1,1,6,0.6,0
            """);
        FeatureTable table = Iotid20.read(folder.resolve("flows.csv"));
        assertThat(table.rows()).extracting(FeatureTable.Row::isTraining).containsExactly(true, false, false);
        assertThat(table.rows().get(1).attacked()).containsExactly(50, 5);
    }

    @Test
    void tellsUnusualConditionsByTheirFolder() throws IOException {
        String flow = """
            {"sa":"a","da":"b","pr":6,"sp":1,"dp":80,"bytes_out":10,"num_pkts_out":2,"bytes_in":5,"num_pkts_in":1,"time_start":600.0}
            """;
        write("datasets/annotated-data-sets/cam/cloud/a.json", flow);
        write("datasets/annotated-data-sets/cam/anomaly/b.json", flow);
        assertThat(NemeaSiot.read(folder)).singleElement().satisfies(table -> {
            assertThat(table.name()).isEqualTo("cam");
            assertThat(table.rows().getFirst().normal()).containsExactly(1, 2, 10, 1, 5, 1, 1, 0);
            assertThat(table.rows().getLast().attacked()).containsExactly(1, 2, 10, 1, 5, 1, 1, 0);
        });
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
