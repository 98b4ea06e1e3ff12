package io.vedette.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.store.Store;
import io.vedette.store.StoreSettings;
import java.net.http.HttpResponse;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryRouteITCase {

    private static final String DAY = "from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z";

    private static VedetteServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = TestServer.start(TestServer.filledStore(), TestServer.cameras());
        client = TestServer.client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void countsByTimeAndGroups() throws Exception {
        HttpResponse<String> response = summary("bucket=1s&groupBy=camera,label&" + DAY);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo(
                        """
                        {"items":[\
                        {"from":"2026-11-23T12:00:02.000000Z","camera":"gate-1","label":"person","count":1},\
                        {"from":"2026-11-23T12:00:01.000000Z","camera":"gate-1","label":"dog","count":1}\
                        ],"next":null}""");
    }

    @Test
    void countsAllTogetherByTheMinuteWhenNothingIsAskedFor() throws Exception {
        assertThat(summary(DAY).body())
                .isEqualTo(
                        "{\"items\":[{\"from\":\"2026-11-23T12:00:00.000000Z\",\"count\":2}],\"next\":null}");
    }

    @Test
    void withoutTimesTheLastHourIsCounted() throws Exception {
        assertThat(summary("").body()).isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(Client.json(summary("to=2026-11-23T13:00:01Z")).get("items")).hasSize(1);
        assertThat(Client.json(summary("to=2026-11-23T13:00:03Z")).get("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bucket=0m | must be a whole number from 1 to 9999 and s, m, h or d, as 1m",
                "bucket=1.5m | must be a whole number from 1 to 9999 and s, m, h or d, as 1m",
                "groupBy=camera,colour | must be some of camera, label and model, separated by commas",
                "groupBy=CAMERA | must be some of camera, label and model, separated by commas",
                "from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z | must be before 'to', which is 2026-11-23T00:00:00Z",
                "bucked=1m | is no parameter here; did you mean 'bucket'?"
            })
    void whatCannotBeUsedIsRefusedWithTheRule(String query, String rule) throws Exception {
        HttpResponse<String> response = summary(query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(rule);
    }

    @Test
    void moreThanTenThousandCountsAreRefused() throws Exception {
        StoreSettings crowded = TestServer.filledStore();
        try (Store store = Store.open(crowded)) {
            store.resultWriter()
                    .write(
                            LongStream.rangeClosed(1, 10_001)
                                    .mapToObj(second -> TestServer.frame(second, "dog", null))
                                    .toList());
        }
        try (VedetteServer other = TestServer.start(crowded, TestServer.cameras())) {
            String path = "/api/v1/detections/summary?bucket=1s&from=2026-11-23T00:00:00Z&to=";
            Client there = TestServer.client(other);

            HttpResponse<String> all = there.get(path + "2026-11-24T00:00:00Z");
            HttpResponse<String> most = there.get(path + "2026-11-23T14:46:41Z");

            assertThat(all.statusCode()).isEqualTo(400);
            assertThat(all.body())
                    .contains("\"value\":\"1s\"", "gives more than 10000 counts; ask for longer");
            assertThat(Client.json(most).get("items")).hasSize(10_000);
        }
    }

    private static HttpResponse<String> summary(String query) throws Exception {
        return client.get("/api/v1/detections/summary?" + query);
    }
}
