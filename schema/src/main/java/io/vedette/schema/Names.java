package io.vedette.schema;

import java.util.regex.Pattern;

/** The rules that names on the wire obey. */
final class Names {

    static final Pattern CAMERA_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private Names() {}

    static String cameraId(String id) {
        if (!CAMERA_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "Camera id must match %s but was '%s'.".formatted(CAMERA_ID, shown(id)));
        }
        return id;
    }

    /** A uri in place of an id may be the beginning of one with a password. */
    private static String shown(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon) + ":…";
    }

    static String notBlank(String subject, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(subject + " must not be blank.");
        }
        return value;
    }

    static int positive(String subject, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "%s must be positive but was %d.".formatted(subject, value));
        }
        return value;
    }

    static double finite(String subject, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s must be a finite number but was %s.".formatted(subject, value));
        }
        return value;
    }
}
