package io.vedette.quickstart.cameras.rtsp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user and a password, asked for as cameras do: Digest with MD5 (RFC 2069, RFC 2617) or Basic.
 */
public record Login(String user, String password) {

    private static final String REALM = "vedette";
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]+))");

    public Login {
        if (user.isEmpty() || user.contains(":") || user.contains("\"")) {
            throw new IllegalArgumentException(
                    "User must not be empty or hold ':' or '\"' but was '%s'.".formatted(user));
        }
    }

    /** The headers {@code WWW-Authenticate} of a refusal. */
    public static List<String> challenges(String nonce, boolean stale) {
        return List.of(
                "Digest realm=\"%s\", nonce=\"%s\"%s"
                        .formatted(REALM, nonce, stale ? ", stale=TRUE" : ""),
                "Basic realm=\"%s\"".formatted(REALM));
    }

    /** The nonce that a header {@code Authorization} answers to, or nothing. */
    public static String nonce(String authorization) {
        return parameters(authorization).getOrDefault("nonce", "");
    }

    /**
     * Whether a request comes from this user.
     *
     * @param authorization the header of that name
     * @param nonce that was given
     */
    public boolean accepts(String authorization, String method, String uri, String nonce) {
        if (authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            String expected = Base64.getEncoder().encodeToString(bytes(user + ":" + password));
            return same(expected, authorization.substring(6).strip());
        }
        if (!authorization.regionMatches(true, 0, "Digest ", 0, 7)) {
            return false;
        }
        Map<String, String> given = parameters(authorization);
        return user.equals(given.get("username"))
                && nonce.equals(given.get("nonce"))
                && uri.equals(given.get("uri"))
                && same(digest(given, method), given.getOrDefault("response", ""));
    }

    /** What {@code response} must be. */
    String digest(Map<String, String> given, String method) {
        String secret =
                md5("%s:%s:%s".formatted(user, given.getOrDefault("realm", REALM), password));
        String request = md5("%s:%s".formatted(method, given.getOrDefault("uri", "")));
        String nonce = given.getOrDefault("nonce", "");
        String quality = given.getOrDefault("qop", "");
        return quality.isEmpty()
                ? md5("%s:%s:%s".formatted(secret, nonce, request))
                : md5(
                        String.join(
                                ":",
                                secret,
                                nonce,
                                given.getOrDefault("nc", ""),
                                given.getOrDefault("cnonce", ""),
                                quality,
                                request));
    }

    /** The parameters of a header, by their names in lower case. */
    static Map<String, String> parameters(String authorization) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(authorization);
        while (matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
