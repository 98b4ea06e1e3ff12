package io.vedette.sources.ffmpeg;

import java.io.IOException;
import java.util.Arrays;
import org.bytedeco.ffmpeg.global.avcodec;
import org.jspecify.annotations.Nullable;

/** The codecs whose packets can be had as {@link AccessUnit}. */
public enum EncodedCodec {
    H264(avcodec.AV_CODEC_ID_H264, "h264_mp4toannexb"),
    H265(avcodec.AV_CODEC_ID_HEVC, "hevc_mp4toannexb"),
    MJPEG(avcodec.AV_CODEC_ID_MJPEG, null);

    private final int id;

    /** Makes start codes of lengths; null where a codec has neither. */
    final @Nullable String startCodeFilter;

    EncodedCodec(int id, @Nullable String startCodeFilter) {
        this.id = id;
        this.startCodeFilter = startCodeFilter;
    }

    static EncodedCodec of(int id) throws IOException {
        for (EncodedCodec codec : values()) {
            if (codec.id == id) {
                return codec;
            }
        }
        throw new IOException(
                "codec must be one of %s but was %s"
                        .formatted(
                                Arrays.toString(values()),
                                avcodec.avcodec_get_name(id).getString()));
    }
}
