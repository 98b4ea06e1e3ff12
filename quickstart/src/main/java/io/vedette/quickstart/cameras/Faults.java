package io.vedette.quickstart.cameras;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The faults that a camera has at a moment, at most one of a kind. */
final class Faults {

    static final Faults NONE = new Faults(Map.of());

    private final Map<Class<?>, Fault> byKind;

    private Faults(Map<Class<?>, Fault> byKind) {
        this.byKind = byKind;
    }

    boolean has(Class<? extends Fault> kind) {
        return byKind.containsKey(kind);
    }

    <F extends Fault> Optional<F> get(Class<F> kind) {
        return Optional.ofNullable(byKind.get(kind)).map(kind::cast);
    }

    Faults with(Fault fault) {
        Map<Class<?>, Fault> changed = new HashMap<>(byKind);
        changed.put(fault.getClass(), fault);
        return new Faults(Map.copyOf(changed));
    }

    Faults without(Class<? extends Fault> kind) {
        Map<Class<?>, Fault> changed = new HashMap<>(byKind);
        changed.remove(kind);
        return new Faults(Map.copyOf(changed));
    }
}
