package io.vedette.sources.ffmpeg;

import org.bytedeco.javacpp.Pointer;

/** A number in the shape of a pointer, which FFmpeg carries for us; never followed. */
final class Tag extends Pointer {

    Tag(long number) {
        address = number;
    }
}
