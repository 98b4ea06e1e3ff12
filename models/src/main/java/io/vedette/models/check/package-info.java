/** Trying a model package out, and what that found. */
@NullMarked
package io.vedette.models.check;

import org.jspecify.annotations.NullMarked;
