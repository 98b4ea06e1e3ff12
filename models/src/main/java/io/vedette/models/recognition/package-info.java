/**
 * What a graph's outputs mean, told from its signature, its metadata and its answer to a picture.
 *
 * <p>One {@link io.vedette.models.recognition.FormatRecognizer} knows one family of exports and
 * proposes; {@link io.vedette.models.recognition.FormatRecognizers} asks them all. Nothing here
 * runs a network.
 */
@NullMarked
package io.vedette.models.recognition;

import org.jspecify.annotations.NullMarked;
