package io.vedette.models.onnx;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a network runs on, and why on nothing else.
 *
 * @param chosen never {@link Device#AUTO}
 * @param passedOver all other devices, each with the reason
 */
public record DeviceChoice(Device chosen, List<PassedOver> passedOver) {

    /** A device that was not chosen; the reason is a clause without a full stop. */
    public record PassedOver(Device device, String reason) {

        @Override
        public String toString() {
            return "%s: %s".formatted(device.key(), reason);
        }
    }

    public DeviceChoice {
        passedOver = List.copyOf(passedOver);
    }

    @Override
    public String toString() {
        String reasons =
                passedOver.stream().map(PassedOver::toString).collect(Collectors.joining("; "));
        return reasons.isEmpty() ? chosen.key() : "%s (not %s)".formatted(chosen.key(), reasons);
    }
}
