package io.vedette.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a model serves, and which one is being tried.
 *
 * @param model the model's name
 * @param live the version that serves
 * @param candidate the version that is tried; null when none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rollout(String model, String live, @Nullable Candidate candidate) {

    public Rollout {
        Names.notBlank("Rollout model", model);
        Names.notBlank("Rollout live", live);
    }

    /**
     * A version on trial.
     *
     * @param version the version
     * @param stage how it is tried
     * @param share the share of cameras that it sees, in [0, 1]
     */
    public record Candidate(String version, Stage stage, double share) {

        public Candidate {
            Names.notBlank("Candidate version", version);
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "Candidate share must be in [0, 1] but was %s.".formatted(share));
            }
        }
    }

    /** How a candidate is tried. */
    public enum Stage {
        /** Both run; only the live version is reported. */
        @JsonProperty("shadow")
        SHADOW,
        /** The candidate serves a sticky share of the cameras. */
        @JsonProperty("canary")
        CANARY
    }
}
