package io.vedette.quickstart;

import java.util.List;

/**
 * Something that the person at the keyboard can put right. Its message is shown as it is, without a
 * stack trace, and the exit code is 1.
 */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserError(String message) {
        super(message);
    }

    UserError(String message, Throwable cause) {
        super(message, cause);
    }

    /** Several problems at once, one a line. */
    static UserError of(List<String> problems) {
        return new UserError(String.join(System.lineSeparator(), problems));
    }
}
