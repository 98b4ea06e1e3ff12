package io.vedette.sources.ffmpeg;

import java.util.zip.CRC32C;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * A number of a picture's first plane, luma or what comes first, that says whether two pictures are
 * the same: a checksum (CRC-32C, RFC 3720) of {@link #ROWS} of its rows, spread over its height.
 */
final class Fingerprint {

    private static final int ROWS = 64;

    private Fingerprint() {}

    static long of(AVFrame picture) {
        int rowBytes = Math.min(Math.abs(picture.linesize(0)), picture.width());
        int rows = Math.min(ROWS, picture.height());
        CRC32C sum = new CRC32C();
        for (int i = 0; i < rows; i++) {
            long start = (long) i * picture.height() / rows * picture.linesize(0);
            BytePointer row = new BytePointer(picture.data(0)).position(start);
            sum.update(row.limit(start + rowBytes).asByteBuffer());
        }
        return sum.getValue();
    }
}
