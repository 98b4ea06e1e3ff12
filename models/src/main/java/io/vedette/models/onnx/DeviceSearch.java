package io.vedette.models.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import io.vedette.models.onnx.DeviceChoice.PassedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries devices one after another, and keeps the reason why one could not be had. */
final class DeviceSearch {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSearch.class);

    private static final List<Device> FASTEST_FIRST =
            List.of(Device.CUDA, Device.OPENVINO, Device.CPU);

    private static final PassedOver TENSORRT_ON_REQUEST =
            new PassedOver(
                    Device.TENSORRT,
                    "only when asked for, since it builds an engine for minutes at every load");

    /** What was said already: a process that loads a hundred models says it once. */
    private static final Set<DeviceChoice> LOGGED = ConcurrentHashMap.newKeySet();

    private final Set<OrtProvider> providers;

    /**
     * @param providers those that this build of ONNX Runtime has
     */
    DeviceSearch(Set<OrtProvider> providers) {
        this.providers = Set.copyOf(providers);
    }

    /** Makes something on a device. */
    interface Attempt<T> {
        T on(Device device) throws OrtException;
    }

    /** What was made, and on which device. */
    record Found<T>(T made, DeviceChoice choice) {}

    /**
     * Makes something on the device that is asked for; with {@link Device#AUTO} on the fastest that
     * works.
     *
     * @throws OrtException if it cannot be made, with the reason that the last device gave
     */
    <T> Found<T> find(Device wanted, Attempt<T> attempt) throws OrtException {
        if (wanted != Device.AUTO) {
            T made = attempt.on(required(wanted));
            return found(made, wanted, others(wanted, List.of(), "another was asked for"));
        }
        List<PassedOver> passedOver = new ArrayList<>(List.of(TENSORRT_ON_REQUEST));
        for (Device device : FASTEST_FIRST) {
            if (!ExecutionProvider.isBuiltIn(device, providers)) {
                passedOver.add(new PassedOver(device, notBuiltIn()));
            } else if (device == Device.CPU) {
                break;
            } else {
                try {
                    T made = attempt.on(device);
                    return found(made, device, others(device, passedOver, "comes later"));
                } catch (OrtException e) {
                    passedOver.add(new PassedOver(device, String.valueOf(e.getMessage())));
                }
            }
        }
        return found(attempt.on(Device.CPU), Device.CPU, passedOver);
    }

    /** What was passed over, and all other devices for one common reason. */
    private static List<PassedOver> others(
            Device chosen, List<PassedOver> passedOver, String reason) {
        List<PassedOver> all = new ArrayList<>(passedOver);
        for (Device device : Device.values()) {
            boolean named = passedOver.stream().anyMatch(other -> other.device() == device);
            if (device != Device.AUTO && device != chosen && !named) {
                all.add(new PassedOver(device, reason));
            }
        }
        return all;
    }

    private Device required(Device wanted) throws OrtException {
        if (!ExecutionProvider.isBuiltIn(wanted, providers)) {
            throw new OrtException("Device '%s': %s.".formatted(wanted.key(), notBuiltIn()));
        }
        return wanted;
    }

    private String notBuiltIn() {
        return "this build of ONNX Runtime has only " + providers;
    }

    private static <T> Found<T> found(T made, Device device, List<PassedOver> passedOver) {
        DeviceChoice choice = new DeviceChoice(device, passedOver);
        if (LOGGED.add(choice)) {
            LOG.info("Models run on {}.", choice);
        }
        return new Found<>(made, choice);
    }
}
