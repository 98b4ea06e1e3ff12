package io.vedette.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of every list.
 *
 * @param items the elements
 * @param next the cursor of the following page; null after the last one
 */
record Page<T>(List<T> items, @Nullable String next) {}
