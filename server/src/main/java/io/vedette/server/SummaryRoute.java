package io.vedette.server;

import io.javalin.http.Context;
import io.vedette.schema.Json;
import io.vedette.store.DetectionCount;
import io.vedette.store.DetectionCount.Group;
import io.vedette.store.DetectionFilter;
import io.vedette.store.DetectionQueries;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much was detected, by time and groups. */
final class SummaryRoute {

    private static final String DEFAULT_BUCKET = "1m";
    private static final Duration DEFAULT_SPAN = Duration.ofHours(1);
    private static final int MOST_COUNTS = 10_000;
    private static final Pattern BUCKET = Pattern.compile("([1-9]\\d{0,3})([smhd])");

    private final DetectionQueries detections;

    SummaryRoute(DetectionQueries detections) {
        this.detections = detections;
    }

    void register(Routes routes) {
        routes.get("/api/v1/detections/summary", this::summary);
    }

    private void summary(Context ctx) {
        QueryParameters query = new QueryParameters(ctx.queryParamMap());
        Duration bucket =
                query.read(
                        "bucket",
                        "must be a whole number from 1 to 9999 and s, m, h or d, as 1m",
                        SummaryRoute::parsedBucket);
        Set<Group> groups =
                query.read(
                        "groupBy",
                        "must be some of camera, label and model, separated by commas",
                        SummaryRoute::parsedGroups);
        DetectionFilter filter = FilterParameters.read(query, DEFAULT_SPAN);
        query.check();

        List<DetectionCount> counts =
                detections.count(
                        filter,
                        bucket == null ? parsedBucket(DEFAULT_BUCKET) : bucket,
                        groups == null ? Set.of() : groups,
                        MOST_COUNTS + 1);
        if (counts.size() > MOST_COUNTS) {
            String rule =
                    "gives more than %d counts; ask for longer buckets, fewer groups or less time"
                            .formatted(MOST_COUNTS);
            String asked =
                    bucket == null ? DEFAULT_BUCKET : String.valueOf(ctx.queryParam("bucket"));
            query.reject("bucket", asked, rule);
            query.check();
        }
        ctx.contentType("application/json").result(Json.write(new Page<>(counts, null)));
    }

    private static Duration parsedBucket(String text) {
        Matcher form = BUCKET.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(text);
        }
        int count = Integer.parseInt(form.group(1));
        return switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static Set<Group> parsedGroups(String text) {
        Set<Group> groups = EnumSet.noneOf(Group.class);
        for (String name : text.split(",", -1)) {
            if (!name.equals(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(text);
            }
            groups.add(Group.valueOf(name.toUpperCase(Locale.ROOT)));
        }
        return groups;
    }
}
