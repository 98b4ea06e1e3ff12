package io.vedette.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import io.vedette.models.onnx.DeviceChoice.PassedOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries devices one after another, and keeps the reason why one could not be had. */
public final class DeviceSearch {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSearch.class);

    private static final List<Device> FASTEST_FIRST = List.of(Device.CUDA, Device.OPENVINO);

    private static final PassedOver TENSORRT_ON_REQUEST =
            new PassedOver(
                    Device.TENSORRT,
                    "only when asked for, since it builds an engine for minutes at every load");

    /** What was said already: a process that loads a hundred models says it once. */
    private static final Set<DeviceChoice> LOGGED = ConcurrentHashMap.newKeySet();

    private final SortedSet<OrtProvider> providers;

    /**
     * @param providers those that this build of ONNX Runtime has
     */
    DeviceSearch(Set<OrtProvider> providers) {
        this.providers = new TreeSet<>(providers);
    }

    /** A search among the devices that the library of this process knows. */
    public static DeviceSearch here() {
        return new DeviceSearch(OrtEnvironment.getAvailableProviders());
    }

    /** Makes something that runs on a device. */
    public interface Attempt<T> {
        /**
         * Makes it on one device.
         *
         * @param choice the device, and why none of the others, if this succeeds
         * @throws OrtException or a RuntimeException if it cannot be made on this device
         */
        T on(DeviceChoice choice) throws OrtException;
    }

    /**
     * Makes something on the device that is asked for; with {@link Device#AUTO} on the fastest that
     * works.
     *
     * @throws OrtException or the attempt's RuntimeException if it cannot be made, with the reason
     *     that the last device gave
     */
    public <T> T find(Device wanted, Attempt<T> attempt) throws OrtException {
        return wanted == Device.AUTO ? fastest(attempt) : only(wanted, attempt);
    }

    private <T> T only(Device wanted, Attempt<T> attempt) throws OrtException {
        if (!ExecutionProvider.isBuiltIn(wanted, providers)) {
            throw new OrtException("Device '%s': %s.".formatted(wanted.key(), notBuiltIn()));
        }
        try {
            return logged(attempt, choice(wanted, List.of(), "another was asked for"));
        } catch (OrtException e) {
            if (wanted == Device.CPU) {
                throw e;
            }
            throw new OrtException("Device '%s': %s".formatted(wanted.key(), e.getMessage()));
        }
    }

    private <T> T fastest(Attempt<T> attempt) throws OrtException {
        List<PassedOver> passedOver = new ArrayList<>(List.of(TENSORRT_ON_REQUEST));
        for (Device device : FASTEST_FIRST) {
            if (!ExecutionProvider.isBuiltIn(device, providers)) {
                passedOver.add(new PassedOver(device, notBuiltIn()));
                continue;
            }
            try {
                return logged(attempt, choice(device, passedOver, "comes later"));
            } catch (OrtException | RuntimeException e) {
                passedOver.add(new PassedOver(device, String.valueOf(e.getMessage())));
            }
        }
        return logged(attempt, new DeviceChoice(Device.CPU, passedOver));
    }

    /** A device, what was passed over, and all others for one common reason. */
    private static DeviceChoice choice(Device chosen, List<PassedOver> passedOver, String reason) {
        List<PassedOver> all = new ArrayList<>(passedOver);
        for (Device device : Device.values()) {
            boolean named = passedOver.stream().anyMatch(other -> other.device() == device);
            if (device != Device.AUTO && device != chosen && !named) {
                all.add(new PassedOver(device, reason));
            }
        }
        return new DeviceChoice(chosen, all);
    }

    private String notBuiltIn() {
        return "this build of ONNX Runtime has only " + providers;
    }

    private static <T> T logged(Attempt<T> attempt, DeviceChoice choice) throws OrtException {
        T made = attempt.on(choice);
        if (LOGGED.add(choice)) {
            LOG.info("Models run on {}.", choice);
        }
        return made;
    }
}
