package io.vedette.sources.ffmpeg;

import io.vedette.schema.CameraCause;
import io.vedette.sources.StreamException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * What FFmpeg is to open.
 *
 * @param shown the same for people, without credentials
 * @param url with credentials
 * @param options of FFmpeg's demuxer and protocols
 * @param probed whether its streams are found by reading; else a description names them
 */
record Input(String shown, String url, Map<String, String> options, boolean probed) {

    /** A file, which leads to nothing but files. */
    static Input file(Path file) throws StreamException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new StreamException(
                    CameraCause.NOT_FOUND,
                    Failure.cannotOpen(file.toString(), "there is no readable file"),
                    null);
        }
        String url = "file:" + file.toAbsolutePath();
        return new Input(file.toString(), url, Map.of("protocol_whitelist", "file"), true);
    }

    /** To be freed by the caller. */
    AVDictionary dictionary() {
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((key, value) -> avutil.av_dict_set(dictionary, key, value, 0));
        return dictionary;
    }

    @Override
    public String toString() {
        return "Input[%s]".formatted(shown);
    }
}
