package io.vedette.server;

/** A version of a model as clients see it. */
sealed interface ModelEntry permits UsableModel, BrokenModel {

    String name();

    String version();
}
