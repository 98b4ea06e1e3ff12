package io.vedette.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of a camera's uri, how it is shown without its credentials, and how it is opened with
 * them.
 *
 * <p>Whatever {@link #resolve} puts into a uri, {@link #redact} takes out of every text that holds
 * the uri.
 */
public final class CameraUri {

    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "http", "https", "file");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
    private static final Pattern ENCODED_CONTROL =
            Pattern.compile("%[01][0-9a-f]|%7f", Pattern.CASE_INSENSITIVE);

    /** FFmpeg keeps the login of an RTSP uri in 128 bytes and cuts off what is longer. */
    private static final int MAX_RTSP_LOGIN = 127;

    private CameraUri() {}

    /** The text with the credentials of every uri in it replaced by {@code ***}. */
    public static String redact(String text) {
        return Redaction.of(text);
    }

    /** The same of something that should be a uri, but whose scheme may be missing. */
    public static String redactUri(String uri) {
        return Redaction.ofUri(uri);
    }

    /**
     * The uri to open: its references {@code ${env:NAME}} and {@code ${file:/path}} replaced by
     * what they lead to on this machine, its user info percent-encoded. Of user info written out,
     * what is percent-encoded already stays; the content of a reference is taken as it is.
     *
     * <p>The result goes to the library that opens the camera, and nowhere else.
     *
     * @throws MissingSecretException if a reference leads to nothing that can be used
     * @throws IllegalArgumentException if the uri's references are wrong or its login too long
     */
    public static String resolve(String uri) {
        return resolve(uri, System.getenv());
    }

    static String resolve(String uri, Map<String, String> environment) {
        UriTemplate template = UriTemplate.parse(uri);
        String login = template.login(environment);
        if (ENCODED_CONTROL.matcher(login).find()) {
            throw new IllegalArgumentException(
                    "The login of the uri must not hold control characters, but does.");
        }
        if (login.length() > MAX_RTSP_LOGIN && scheme(uri).startsWith("rtsp")) {
            throw new IllegalArgumentException(
                    "The login of an RTSP uri must take at most %d characters when percent-encoded but takes %d."
                            .formatted(MAX_RTSP_LOGIN, login.length()));
        }
        return template.with(login, environment);
    }

    /** The uri without its user info; its host is right behind {@code ://}. */
    public static String withoutLogin(String uri) {
        return UriTemplate.parse(uri).withoutLogin();
    }

    /** The lower-case scheme, for example {@code rtsp}. */
    public static String scheme(String uri) {
        Matcher matcher = SCHEME.matcher(uri);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static String validated(String camera, String uri) {
        if (CONTROL.matcher(uri).find()) {
            throw new IllegalArgumentException(
                    "Camera '%s': uri must not hold control characters or line breaks."
                            .formatted(camera));
        }
        if (!SCHEMES.contains(scheme(uri))) {
            throw new IllegalArgumentException(
                    "Camera '%s': uri must begin with one of rtsp:, rtsps:, http:, https:, file: but was '%s'."
                            .formatted(camera, redactUri(uri)));
        }
        try {
            UriTemplate.parse(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Camera '%s': %s".formatted(camera, e.getMessage()));
        }
        return uri;
    }
}
