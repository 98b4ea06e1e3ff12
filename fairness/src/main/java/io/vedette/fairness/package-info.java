/** Whose turn it is: a queue that shares something scarce among many, by weight and priority. */
@NullMarked
package io.vedette.fairness;

import org.jspecify.annotations.NullMarked;
