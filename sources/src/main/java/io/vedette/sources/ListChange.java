package io.vedette.sources;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is different about the cameras that are watched.
 *
 * @param count how many are watched now
 */
record ListChange(int count, Set<String> added, Set<String> changed, Set<String> removed) {

    private static final Logger LOG = LoggerFactory.getLogger(RtspSourceEnumerator.class);
    private static final int MOST_NAMED = 20;

    static ListChange between(WatchList before, WatchList now) {
        Set<String> added = new TreeSet<>(now.watched().keySet());
        added.removeAll(before.watched().keySet());
        Set<String> removed = new TreeSet<>(before.watched().keySet());
        removed.removeAll(now.watched().keySet());
        Set<String> changed = new TreeSet<>(now.watched().keySet());
        changed.removeAll(added);
        changed.removeIf(id -> Objects.equals(now.watched().get(id), before.watched().get(id)));
        return new ListChange(now.watched().size(), added, changed, removed);
    }

    void log() {
        LOG.info(
                "Camera list: {} watched; new: {}, changed: {}, not any more: {}.",
                count,
                named(added),
                named(changed),
                named(removed));
    }

    private static String named(Set<String> ids) {
        if (ids.isEmpty()) {
            return "none";
        }
        String first = String.join(" ", ids.stream().limit(MOST_NAMED).toList());
        return ids.size() <= MOST_NAMED ? first : "%s … (%d)".formatted(first, ids.size());
    }
}
