package io.vedette.sources.ffmpeg;

/**
 * One encoded picture.
 *
 * @param data H.264 and H.265: NAL units behind start codes (Annex B), parameter sets included
 *     before a key picture; MJPEG: a JPEG
 * @param presentedAt in ticks of 90 kHz
 * @param decodedAt in ticks of 90 kHz; rises from unit to unit
 * @param duration until the next picture is shown, in ticks of 90 kHz; 0 if it is not known
 * @param key whether decoding can begin here
 */
public record AccessUnit(
        byte[] data, long presentedAt, long decodedAt, long duration, boolean key) {

    /** Ticks per second. */
    public static final int RATE = 90_000;
}
