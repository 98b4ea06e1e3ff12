package io.vedette.sources.ffmpeg;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Presentation times since the first frame; where a stream gives none, frames follow one another at
 * its nominal rate.
 */
final class MediaClock {

    private static final Duration DEFAULT_INTERVAL = Duration.ofMillis(40);

    private final double secondsPerTick;
    private final Duration interval;
    private long firstTicks = avutil.AV_NOPTS_VALUE;
    private Duration next = Duration.ZERO;

    MediaClock(AVStream stream) {
        secondsPerTick = avutil.av_q2d(stream.time_base());
        interval = interval(stream);
    }

    private static Duration interval(AVStream stream) {
        AVRational rate = stream.avg_frame_rate();
        if (rate.num() <= 0 || rate.den() <= 0) {
            rate = stream.r_frame_rate();
        }
        return rate.num() <= 0 || rate.den() <= 0
                ? DEFAULT_INTERVAL
                : Duration.ofNanos(Math.round(1e9 * rate.den() / rate.num()));
    }

    /** The time of the frame that was decoded next. */
    Duration time(AVFrame frame) {
        long ticks = frame.best_effort_timestamp();
        Duration time = next;
        if (ticks != avutil.AV_NOPTS_VALUE) {
            if (firstTicks == avutil.AV_NOPTS_VALUE) {
                firstTicks = ticks - Math.round(next.toNanos() / 1e9 / secondsPerTick);
            }
            time = Duration.ofNanos(Math.round((ticks - firstTicks) * secondsPerTick * 1e9));
        }
        next = time.plus(interval);
        return time;
    }
}
