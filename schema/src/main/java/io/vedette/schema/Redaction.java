package io.vedette.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How text is shown without the credentials of the uris in it. It rather hides too much: everything
 * from {@code ://} to the last '@' before the next uri or the end of the line, since passwords in
 * the wild hold unencoded '@', '/', '?', '#', ':' and spaces.
 */
final class Redaction {

    private static final String HIDDEN = "***";

    /** The name of a query parameter whose value is nobody's business. */
    static final Pattern SECRET_PARAMETER =
            Pattern.compile(
                    "([?&;][^=&;\\s]*(?:pass|pwd|token|secret|key|auth|user|login|sig)[^=&;\\s]*=)([^&;\\s]*)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern URI_START = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern NEXT_URI =
            Pattern.compile("(?<=[\\s,;'\"(\\[=])[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]|$");

    private Redaction() {}

    static String of(String text) {
        String hidden = withoutUserInfo(text);
        return SECRET_PARAMETER.matcher(hidden).replaceAll("$1" + HIDDEN);
    }

    /** A uri that may lack its scheme: what stands before its last '@' is hidden all the same. */
    static String ofUri(String uri) {
        int at = uri.lastIndexOf('@');
        return at < 0 || URI_START.matcher(uri).find() ? of(uri) : of(HIDDEN + uri.substring(at));
    }

    private static String withoutUserInfo(String text) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        Matcher start = URI_START.matcher(text);
        while (start.find(from)) {
            int end = end(text, start.end());
            int at = text.lastIndexOf('@', end - 1);
            shown.append(text, from, start.end());
            from = start.end();
            if (at >= from) {
                shown.append(HIDDEN);
                from = at;
            }
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** Where the uri that begins before {@code from} must have ended. */
    private static int end(String text, int from) {
        Matcher line = LINE_END.matcher(text);
        int end = line.find(from) ? line.start() : text.length();
        int at = text.indexOf('@', from);
        Matcher next = NEXT_URI.matcher(text);
        return at >= 0 && next.find(at) ? Math.min(end, next.start()) : end;
    }
}
