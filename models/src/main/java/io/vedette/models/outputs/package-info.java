/**
 * What comes out of a network: one decoder per output format turns tensors into candidate boxes,
 * and non-maximum suppression picks among them.
 *
 * <p>A new format is one decoder and one constant of {@link
 * io.vedette.models.outputs.OutputFormat}.
 */
@NullMarked
package io.vedette.models.outputs;

import org.jspecify.annotations.NullMarked;
