package io.vedette.operators.inference;

import java.util.List;

/** A subtask as the engines see it. Both methods return at once and may be called by any thread. */
interface Lane<IN, R> {

    /** Takes answers for elements of this subtask, each once, in any order. */
    void done(List<Answer<IN, R>> answers);

    /** Takes what no element is to blame for; no answers come after it. */
    void fatal(Throwable cause);
}
