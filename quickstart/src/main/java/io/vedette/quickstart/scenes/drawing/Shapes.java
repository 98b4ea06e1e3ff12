package io.vedette.quickstart.scenes.drawing;

import io.vedette.quickstart.scenes.world.Actor;
import io.vedette.quickstart.scenes.world.Kind;
import java.util.LinkedHashMap;
import java.util.Map;

/** The solids of everybody; those of vehicles are kept, as they do not change. One thread. */
final class Shapes {

    private static final int REMEMBERED = 96;
    private static final double NEAR = 24;

    private record Key(long look, Kind kind, VehicleLights lights) {}

    private final Light light;
    private final Map<Key, Mesh> vehicles =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Mesh> eldest) {
                    return size() > REMEMBERED;
                }
            };

    Shapes(Light light) {
        this.light = light;
    }

    /**
     * @param distance to the camera, in metres: far limbs have fewer sides
     */
    Mesh of(Actor actor, double distance) {
        int sides = distance < NEAR ? 6 : 4;
        boolean moving = actor.speed() > 0.3;
        return switch (actor.kind()) {
            case PERSON -> PersonShape.of(actor.look(), actor.moved(), moving, light.wet(), sides);
            case BICYCLE ->
                    BicycleShape.of(actor.look(), actor.moved(), moving, light.headlights(), sides);
            case CAR, VAN, BUS -> vehicle(actor);
        };
    }

    private Mesh vehicle(Actor actor) {
        VehicleLights lights =
                actor.parked()
                        ? VehicleLights.OFF
                        : new VehicleLights(light.headlights(), actor.braking());
        return vehicles.computeIfAbsent(
                new Key(actor.look(), actor.kind(), lights),
                key ->
                        switch (key.kind()) {
                            case VAN -> VanShape.of(key.look(), lights);
                            case BUS -> BusShape.of(key.look(), lights);
                            default -> CarShape.of(key.look(), lights);
                        });
    }
}
