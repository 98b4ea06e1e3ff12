/** What goes into a network: pictures in the size, type and layout it wants, and other values. */
@NullMarked
package io.vedette.models.inputs;

import org.jspecify.annotations.NullMarked;
