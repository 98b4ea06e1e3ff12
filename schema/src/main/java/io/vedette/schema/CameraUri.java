package io.vedette.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of a camera's uri, and how it is shown without its credentials. */
public final class CameraUri {

    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https", "file");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.+");

    /**
     * Credentials reach to the last '@' before the query, since passwords in the wild hold
     * unencoded '@', '/', '#' and ':'.
     */
    private static final Pattern USER_INFO =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^\\s?]*)@");

    private static final Pattern SECRET_PARAMETER =
            Pattern.compile(
                    "([?&;][^=&;\\s]*(?:pass|pwd|token|secret|key|auth|user|login|sig)[^=&;\\s]*=)[^&;\\s]*",
                    Pattern.CASE_INSENSITIVE);

    private CameraUri() {}

    /** The text with the credentials of every uri in it replaced by {@code ***}. */
    public static String redact(String text) {
        String hidden = USER_INFO.matcher(text).replaceAll("$1***@");
        return SECRET_PARAMETER.matcher(hidden).replaceAll("$1***");
    }

    /** The lower-case scheme, for example {@code rtsp}. */
    public static String scheme(String uri) {
        Matcher matcher = SCHEME.matcher(uri);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static String validated(String camera, String uri) {
        if (!SCHEMES.contains(scheme(uri))) {
            throw new IllegalArgumentException(
                    "Camera '%s': uri must begin with one of rtsp:, rtsps:, http:, https:, file: but was '%s'."
                            .formatted(camera, redact(uri)));
        }
        return uri;
    }
}
