package io.vedette.store;

import io.vedette.schema.CameraUri;
import java.io.Serializable;

/**
 * Where the store is. Neither {@code toString} nor {@link #location()} shows the password.
 *
 * @param url a Postgres JDBC url, {@code jdbc:postgresql://host:port/database}
 * @param user the role to log in as
 * @param password its password; may be empty, or a reference such as {@code ${env:NAME}}, which is
 *     followed where the store is opened
 * @param poolSize how many connections may be open at once
 */
public record StoreSettings(String url, String user, String password, int poolSize)
        implements Serializable {

    private static final String SCHEME = "jdbc:postgresql:";

    public StoreSettings {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    "Store url must begin with %s but was '%s'.".formatted(SCHEME, location(url)));
        }
        if (user.isBlank()) {
            throw new IllegalArgumentException(
                    "Store %s: user must not be blank.".formatted(location(url)));
        }
        if (poolSize < 1) {
            throw new IllegalArgumentException(
                    "Store %s: pool size must be positive but was %d."
                            .formatted(location(url), poolSize));
        }
    }

    /** The url without parameters and credentials, for messages. */
    public String location() {
        return location(url);
    }

    private static String location(String url) {
        String shown = CameraUri.redact(url);
        int parameters = shown.indexOf('?');
        return parameters < 0 ? shown : shown.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "StoreSettings[%s, %s, pool %d]".formatted(location(), user, poolSize);
    }
}
