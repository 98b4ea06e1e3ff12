/** How the street becomes pixels: a pinhole camera, solids with a depth per sample, light. */
@NullMarked
package io.vedette.quickstart.scenes.drawing;

import org.jspecify.annotations.NullMarked;
