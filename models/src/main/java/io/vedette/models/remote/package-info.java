/** Files from elsewhere, and the cache that keeps them. Knows nothing of what is in them. */
@NullMarked
package io.vedette.models.remote;

import org.jspecify.annotations.NullMarked;
