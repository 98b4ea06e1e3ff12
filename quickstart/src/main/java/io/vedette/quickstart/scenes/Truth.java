package io.vedette.quickstart.scenes;

import java.util.List;

/** What is in one picture of a camera: everything of which some can be seen. */
public record Truth(long frame, List<TrueObject> objects) {

    public Truth {
        objects = List.copyOf(objects);
    }
}
