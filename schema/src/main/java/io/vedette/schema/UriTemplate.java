package io.vedette.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A camera's uri with its references to secrets. They may stand where {@link Redaction} hides what
 * they lead to: in the user info and in the values of query parameters whose names say that they
 * are secret.
 *
 * @param uri the uri as configured
 * @param references in the order of the uri
 * @param loginStart where the user info begins
 * @param loginEnd where its '@' is; the same as {@code loginStart} without user info
 */
record UriTemplate(String uri, List<SecretReference> references, int loginStart, int loginEnd) {

    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /** RFC 3986, section 3.2.1. */
    private static final String USER_INFO = UNRESERVED + "!$&'()*+,;=:";

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    /**
     * Reads a uri.
     *
     * @throws IllegalArgumentException if something in it begins like a reference and is none, or
     *     if one stands where it may not; the message shows nothing of the uri
     */
    static UriTemplate parse(String uri) {
        List<SecretReference> references = references(uri);
        String masked = masked(uri, references);
        int start = masked.indexOf("://") + 3;
        boolean file = CameraUri.scheme(uri).equals("file");
        int length = file || start < 3 ? -1 : UserInfo.end(masked.substring(start));
        UriTemplate template = new UriTemplate(uri, references, start, start + Math.max(length, 0));
        for (SecretReference reference : references) {
            if (!template.inLogin(reference) && !inSecretParameter(masked, reference)) {
                throw new IllegalArgumentException(
                        "a reference ${…} may stand in the user info of a uri, or in the value of a"
                                + " query parameter such as password, token or key, but one stands"
                                + " elsewhere.");
            }
        }
        return template;
    }

    private static List<SecretReference> references(String uri) {
        List<SecretReference> references = new ArrayList<>();
        Matcher matcher = SecretReference.FORM.matcher(uri);
        for (int at = uri.indexOf("${"); at >= 0; at = uri.indexOf("${", matcher.end())) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(
                        "'${' in a uri must begin a reference, ${env:NAME} or ${file:/path}, but"
                                + " does not; write a '$' that is meant as such as %24.");
            }
            references.add(SecretReference.of(matcher));
        }
        return references;
    }

    /** The uri with letters in place of references, whose paths would look like a uri's. */
    private static String masked(String uri, List<SecretReference> references) {
        StringBuilder masked = new StringBuilder(uri);
        for (SecretReference reference : references) {
            int length = reference.end() - reference.start();
            masked.replace(reference.start(), reference.end(), "x".repeat(length));
        }
        return masked.toString();
    }

    private static boolean inSecretParameter(String masked, SecretReference reference) {
        return Redaction.SECRET_PARAMETER
                .matcher(masked)
                .results()
                .anyMatch(
                        value ->
                                value.start(2) <= reference.start()
                                        && reference.end() <= value.end(2));
    }

    private boolean inLogin(SecretReference reference) {
        return loginStart <= reference.start() && reference.end() <= loginEnd;
    }

    /** The user info, resolved and percent-encoded; empty without. */
    String login(Map<String, String> environment) {
        StringBuilder login = new StringBuilder();
        int from = loginStart;
        for (SecretReference reference : references) {
            if (inLogin(reference)) {
                login.append(encodedOnce(uri.substring(from, reference.start())));
                login.append(encoded(reference.value(environment), USER_INFO));
                from = reference.end();
            }
        }
        return login.append(encodedOnce(uri.substring(from, loginEnd))).toString();
    }

    String withoutLogin() {
        boolean none = loginEnd == loginStart;
        return none ? uri : uri.substring(0, loginStart) + uri.substring(loginEnd + 1);
    }

    /** The uri with this user info and its other references resolved. */
    String with(String login, Map<String, String> environment) {
        StringBuilder resolved = new StringBuilder(uri.substring(0, loginStart)).append(login);
        int from = loginEnd;
        for (SecretReference reference : references) {
            if (!inLogin(reference)) {
                resolved.append(uri, from, reference.start());
                resolved.append(encoded(reference.value(environment), UNRESERVED));
                from = reference.end();
            }
        }
        return resolved.append(uri, from, uri.length()).toString();
    }

    /** Leaves alone what is percent-encoded already. */
    private static String encodedOnce(String text) {
        StringBuilder encoded = new StringBuilder();
        int from = 0;
        Matcher done = ENCODED.matcher(text);
        while (done.find()) {
            encoded.append(encoded(text.substring(from, done.start()), USER_INFO));
            encoded.append(done.group());
            from = done.end();
        }
        return encoded.append(encoded(text.substring(from), USER_INFO)).toString();
    }

    private static String encoded(String text, String allowed) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && allowed.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append("%%%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }
}
