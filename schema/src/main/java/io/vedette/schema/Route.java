package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a frame was given to a model. */
public enum Route {
    /** The model serves. */
    @JsonProperty("live")
    LIVE,
    /** The model is a candidate that serves this camera. */
    @JsonProperty("canary")
    CANARY,
    /** The model is a candidate whose answers are compared but not reported. */
    @JsonProperty("shadow")
    SHADOW
}
