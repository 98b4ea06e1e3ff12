/** A simulated street: what fixed cameras see of it, and the exact truth about every picture. */
@NullMarked
package io.vedette.quickstart.scenes;

import org.jspecify.annotations.NullMarked;
