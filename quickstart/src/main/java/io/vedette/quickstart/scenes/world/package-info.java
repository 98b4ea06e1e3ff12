/** What is where at what time: the junction, its signals, and everybody who moves through it. */
@NullMarked
package io.vedette.quickstart.scenes.world;

import org.jspecify.annotations.NullMarked;
