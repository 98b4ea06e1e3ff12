package io.vedette.sources.ffmpeg;

import io.vedette.sources.DecodeDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What decodes, tried out once in this process and shared by all cameras. What a device cannot
 * decode, and everything where there is none, the processor decodes.
 */
final class HardwareDevice {

    private static final Logger LOG = LoggerFactory.getLogger(HardwareDevice.class);
    private static final Map<DecodeDevice, HardwareDevice> TRIED = new ConcurrentHashMap<>();

    private final @Nullable AVBufferRef context;
    private final String report;

    private HardwareDevice(@Nullable AVBufferRef context, String report) {
        this.context = context;
        this.report = report;
    }

    static HardwareDevice of(DecodeDevice device) {
        return TRIED.computeIfAbsent(device, HardwareDevice::tried);
    }

    /** Null means the processor. */
    @Nullable AVBufferRef context() {
        return context;
    }

    /** Which device it is, and why it is none that comes before it. */
    String report() {
        return report;
    }

    private static HardwareDevice tried(DecodeDevice device) {
        if (device == DecodeDevice.CPU) {
            return new HardwareDevice(null, "cpu");
        }
        HardwareDevice made = first(device);
        LOG.info("Video of cameras is decoded by {}.", made.report());
        return made;
    }

    private static HardwareDevice first(DecodeDevice device) {
        List<DecodeDevice> candidates =
                device == DecodeDevice.AUTO
                        ? List.of(DecodeDevice.CUDA, DecodeDevice.VAAPI)
                        : List.of(device);
        List<String> reasons = new ArrayList<>();
        for (DecodeDevice candidate : candidates) {
            String name = candidate.name().toLowerCase(Locale.ROOT);
            AVBufferRef context = new AVBufferRef(null);
            String problem = problem(candidate, name, context);
            if (problem == null) {
                return new HardwareDevice(context, described(name, reasons));
            }
            reasons.add("not by %s: %s".formatted(name, problem));
        }
        return new HardwareDevice(null, described("cpu", reasons));
    }

    private static String described(String name, List<String> reasons) {
        return reasons.isEmpty() ? name : "%s (%s)".formatted(name, String.join("; ", reasons));
    }

    private static @Nullable String problem(DecodeDevice device, String name, AVBufferRef context) {
        String node = node(device);
        if (!Files.exists(Path.of(node))) {
            return "there is no " + node;
        }
        int type = avutil.av_hwdevice_find_type_by_name(name);
        if (type == avutil.AV_HWDEVICE_TYPE_NONE) {
            return "FFmpeg was built without it";
        }
        int result =
                avutil.av_hwdevice_ctx_create(context, type, (String) null, (AVDictionary) null, 0);
        return result < 0 ? Ffmpeg.message(result) : null;
    }

    private static String node(DecodeDevice device) {
        return device == DecodeDevice.CUDA ? "/dev/nvidiactl" : "/dev/dri";
    }
}
