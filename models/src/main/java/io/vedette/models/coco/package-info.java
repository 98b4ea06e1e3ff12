/** How good a detector is: average precision as the COCO benchmark defines it. */
@NullMarked
package io.vedette.models.coco;

import org.jspecify.annotations.NullMarked;
