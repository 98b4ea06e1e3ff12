package io.vedette.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the user info of a uri ends, also if it holds unencoded '@', '/', '?', '#' and ':'.
 *
 * <p>It ends at an '@' that a host follows: the last such one, where one before the query goes
 * before one in it, and an address, a name with a dot or {@code localhost} before other names. A
 * uri that is right without user info, {@code rtsp://10.0.0.7/live@main}, has none. What remains
 * ambiguous is a path with an '@': write it as {@code %40}.
 */
final class UserInfo {

    private static final String ADDRESS =
            "\\[[0-9A-Fa-f:.%]+]|localhost|[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)+\\.?";
    private static final Pattern HOST =
            Pattern.compile(
                    "(?:(?<address>%s)|[\\p{L}\\p{N}_-]+)(?::\\d{1,5})?(?=[/?#]|$)"
                            .formatted(ADDRESS));
    private static final Pattern PARAMETER = Pattern.compile("\\?[^@]*=");

    private UserInfo() {}

    /**
     * Where it ends.
     *
     * @param text a uri without its scheme, with letters in place of its references
     * @return the place of its '@'; -1 if there is no user info
     */
    static int end(String text) {
        Matcher host = HOST.matcher(text);
        boolean plain = host.lookingAt();
        int best = -1;
        int bestRank = plain ? rank(host, text, 0) : Integer.MAX_VALUE;
        boolean found = false;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (!hostFollows(host, text, at) || !holdsLogin(text, at)) {
                continue;
            }
            int rank = rank(host, text, at);
            if (rank < bestRank || (rank == bestRank && found)) {
                best = at;
                bestRank = rank;
                found = true;
            }
        }
        return best;
    }

    private static boolean hostFollows(Matcher host, String text, int at) {
        return host.region(at + 1, text.length()).lookingAt();
    }

    /** A user without a password is short of what makes paths. */
    private static boolean holdsLogin(String text, int at) {
        String login = text.substring(0, at);
        return login.matches("[^/?#]*") || login.matches("[^/?#]*:.*");
    }

    private static int rank(Matcher host, String text, int at) {
        boolean address = host.group("address") != null;
        boolean query = PARAMETER.matcher(text.substring(0, at)).find();
        return (address ? 0 : 1) + (query ? 2 : 0);
    }
}
