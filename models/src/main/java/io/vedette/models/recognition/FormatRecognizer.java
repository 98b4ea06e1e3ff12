package io.vedette.models.recognition;

import java.util.List;

/** Knows one family of exports. */
interface FormatRecognizer {

    /** What a graph may be of this family, the likeliest first; empty where it is none. */
    List<Guess> recognize(Observation seen);
}
