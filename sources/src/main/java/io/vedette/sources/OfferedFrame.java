package io.vedette.sources;

import io.vedette.schema.Frame;
import java.io.IOException;

/** A frame that may be handed over. Exactly one of its methods is called, once, by any thread. */
interface OfferedFrame {

    /** It is handed over. */
    Frame take() throws IOException;

    /** Nobody takes it. */
    void drop();
}
