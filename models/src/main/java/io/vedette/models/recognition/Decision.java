package io.vedette.models.recognition;

/**
 * What one field of a {@code model.yaml} is decided to be.
 *
 * @param field its dotted name, such as {@code input.width}
 * @param value as it stands in YAML; empty where it is left to a person
 * @param reason why, in a few words; empty where nothing was to decide
 */
public record Decision(String field, String value, Sureness sureness, String reason) {

    /** What the file itself says. */
    public static Decision sure(String field, Object value, String reason) {
        return new Decision(field, value.toString(), Sureness.SURE, reason);
    }

    public static Decision likely(String field, Object value, String reason) {
        return new Decision(field, value.toString(), Sureness.LIKELY, reason);
    }

    /** What only a person can say. */
    public static Decision open(String field, String reason) {
        return new Decision(field, "", Sureness.GUESS, reason);
    }

    /** Whether it is left to a person. */
    public boolean isOpen() {
        return value.isEmpty();
    }

    /** The same, at least as sure, since something more speaks for it. */
    public Decision confirmed(Sureness now, String also) {
        return sureness.compareTo(now) <= 0
                ? this
                : new Decision(field, value, now, reason + "; " + also);
    }

    /** The same with a remark. */
    public Decision noting(String remark) {
        return new Decision(field, value, sureness, reason + "; " + remark);
    }

    public static Decision guess(String field, Object value, String reason) {
        return new Decision(field, value.toString(), Sureness.GUESS, reason);
    }
}
