package io.vedette.sources;

import io.vedette.schema.CameraCause;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stream that cannot be opened or read on, with the reason in a form that can be acted on. */
public final class StreamException extends IOException {

    private static final long serialVersionUID = 1;

    private final CameraCause reason;

    /**
     * @param message for people, without credentials, to be read after "Camera 'gate-1': "
     */
    public StreamException(CameraCause reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public CameraCause reason() {
        return reason;
    }
}
