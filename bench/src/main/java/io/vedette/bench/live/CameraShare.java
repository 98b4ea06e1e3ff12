package io.vedette.bench.live;

import io.vedette.schema.Camera;
import io.vedette.schema.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a camera got of what it was promised.
 *
 * @param promised results a second
 * @param measured results a second
 */
public record CameraShare(
        String camera, int priority, double weight, double promised, double measured) {

    /** Of all cameras of a load, if what came out of the job is divided as it promises. */
    static List<CameraShare> of(Load load, List<Camera> cameras, Output output) {
        List<Claim> claims =
                cameras.stream()
                        .map(Camera::share)
                        .map(
                                share ->
                                        new Claim(
                                                load.framesPerSecond(),
                                                share.priority(),
                                                share.weight()))
                        .toList();
        List<Double> promised = Claim.promised(claims, output.perSecond());
        Map<String, Long> counts = output.counts();
        List<CameraShare> shares = new ArrayList<>();
        for (int i = 0; i < cameras.size(); i++) {
            String id = cameras.get(i).id();
            Share share = cameras.get(i).share();
            shares.add(
                    new CameraShare(
                            id,
                            share.priority(),
                            share.weight(),
                            Figures.rounded(promised.get(i)),
                            Figures.rounded(counts.getOrDefault(id, 0L) / output.seconds())));
        }
        return shares;
    }

    /** How far it is from what was promised, as a part of the larger one. */
    double deviation() {
        double larger = Math.max(measured, promised);
        return larger == 0 ? 0 : Math.abs(measured - promised) / larger;
    }
}
