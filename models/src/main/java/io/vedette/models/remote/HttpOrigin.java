package io.vedette.models.remote;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom an {@code http:} or {@code https:} URI asks, and with which credentials. These are told from
 * the host by the last {@code @}, since passwords hold unencoded ones.
 *
 * @param server scheme, host and port
 * @param userInfo as it is written; empty where there is none
 */
record HttpOrigin(URI server, String userInfo) {

    static HttpOrigin of(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1).toLowerCase(Locale.ROOT);
        return new HttpOrigin(
                URI.create(
                        host.isEmpty() ? uri.getScheme() + ":/" : uri.getScheme() + "://" + host),
                at < 0 ? "" : authority.substring(0, at));
    }

    boolean isValid() {
        return server.getHost() != null;
    }

    /** The same URI without credentials. */
    URI strip(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(server + path + query);
    }

    /** The value of the {@code Authorization} header (RFC 7617). */
    Optional<String> authorization() {
        if (userInfo.isEmpty()) {
            return Optional.empty();
        }
        String decoded = URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        byte[] bytes = decoded.getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes));
    }
}
