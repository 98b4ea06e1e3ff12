package io.vedette.sources.list;

/** A camera file that is wrong; the message says where and why, without credentials. */
public final class CameraFileException extends Exception {

    private static final long serialVersionUID = 1;

    CameraFileException(String message) {
        super(message);
    }

    CameraFileException(int line, String reason) {
        super("line %d: %s".formatted(line, reason));
    }
}
