package io.vedette.models.init;

import java.util.List;

/** No package could be written; nothing was changed. The message says for each reason one line. */
public final class InitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InitException(String problem) {
        super(problem);
    }

    InitException(String problem, Throwable cause) {
        super(problem, cause);
    }

    InitException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
